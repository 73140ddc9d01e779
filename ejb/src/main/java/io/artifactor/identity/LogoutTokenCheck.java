package io.artifactor.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text is a sound logout token of the provider (OpenID Connect Back-Channel Logout
 * 1.0): signed by one of its published keys, for this product, of that type and no other. Safe for
 * all threads.
 */
final class LogoutTokenCheck {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(
                    new JOSEObjectType("logout+jwt"), new JOSEObjectType("application/logout+jwt"));

    private final DefaultJWTProcessor<SecurityContext> processor;

    /**
     * @param clientId what the provider calls this product
     */
    LogoutTokenCheck(String issuer, String clientId, JWKSource<SecurityContext> keys, Clock clock) {
        processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ProviderTokenCheck.ALGORITHMS, keys));
        Claims claims = new Claims(issuer, clientId, clock);
        claims.setMaxClockSkew(ProviderTokenCheck.CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * What a token says.
     *
     * @throws Problem {@code UNAUTHENTICATED} for a token that is not sound, {@code UNAVAILABLE} if
     *     the provider cannot be asked for its keys
     */
    ProviderLogout check(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (signed.getHeader().getCriticalParams() != null) {
                throw refused(null);
            }
            return said(processor.process(signed, null));
        } catch (RateLimitReachedException e) {
            // It names a key that was not there when the provider was asked just before.
            throw refused(e);
        } catch (KeySourceException e) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The provider of the token cannot be asked at the moment.",
                    e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(e);
        }
    }

    private static ProviderLogout said(JWTClaimsSet claims) throws ParseException {
        @Nullable Map<String, Object> events = claims.getJSONObjectClaim("events");
        if (events == null || !(events.get(EVENT) instanceof Map<?, ?>)) {
            throw refused(null);
        }
        Optional<String> subject = Optional.ofNullable(claims.getSubject());
        Optional<String> session = Optional.ofNullable(claims.getStringClaim("sid"));
        if (subject.isEmpty() && session.isEmpty()) {
            throw refused(null);
        }
        return new ProviderLogout(
                claims.getIssuer(),
                Objects.requireNonNull(claims.getJWTID()),
                claims.getExpirationTime()
                        .toInstant()
                        .plusSeconds(ProviderTokenCheck.CLOCK_SKEW_SECONDS),
                subject,
                session);
    }

    private static Problem refused(@Nullable Exception cause) {
        String message = "The logout token is not valid.";
        return cause == null
                ? new Problem(ProblemCode.UNAUTHENTICATED, message)
                : new Problem(ProblemCode.UNAUTHENTICATED, message, cause);
    }

    /** The library's check of the claims, by our clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(String issuer, String clientId, Clock clock) {
            super(
                    Set.of(clientId),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("iat", "exp", "jti", "events"),
                    // With one it would be an ID token.
                    Set.of("nonce"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
