package io.artifactor.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
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
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.artifactor.cache.OnceInAWhile;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text is a sound access token of the provider: signed by one of its published
 * keys, with an algorithm that needs a private one, for this product, and not over. Safe for all
 * threads.
 */
final class ProviderTokenCheck {

    private static final Logger LOG = Logger.getLogger(ProviderTokenCheck.class.getName());

    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /** As RFC 9068 has it, or as nothing in particular; never a token for logging out. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(
                    new JOSEObjectType("at+jwt"),
                    new JOSEObjectType("application/at+jwt"),
                    JOSEObjectType.JWT,
                    null);

    static final int CLOCK_SKEW_SECONDS = 30;
    private static final int LONGEST = 16 * 1024;

    private static final Pattern SPELLING =
            Pattern.compile("(?:[A-Za-z0-9_-]+\\.){2}[A-Za-z0-9_-]+");

    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));
    private final ProviderTerms terms;
    private final DefaultJWTProcessor<SecurityContext> processor;

    ProviderTokenCheck(ProviderTerms terms, JWKSource<SecurityContext> keys, Clock clock) {
        this.terms = terms;
        processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        Claims claims = new Claims(terms, clock);
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Whether the text says of itself that it is the provider's; nothing of it is proven. */
    boolean isTheirs(String bearer) {
        if (bearer.length() > LONGEST || !SPELLING.matcher(bearer).matches()) {
            return false;
        }
        try {
            return terms.issuer().equals(SignedJWT.parse(bearer).getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return false;
        }
    }

    /**
     * What a token of theirs says; empty for one that is over and otherwise sound, which its owner
     * could not help.
     *
     * @throws Problem {@code UNAUTHENTICATED} for a token that is not sound, {@code UNAVAILABLE} if
     *     the provider cannot be asked for its keys
     */
    Optional<ProviderToken> check(String bearer) {
        try {
            SignedJWT signed = SignedJWT.parse(bearer);
            if (signed.getHeader().getCriticalParams() != null) {
                throw refused(null);
            }
            JWTClaimsSet claims = processor.process(signed, null);
            ProviderToken said = ProviderClaims.token(claims, terms.groupsClaim());
            requireForRequests(claims, said.key().isPresent());
            return Optional.of(said);
        } catch (ExpiredJWTException e) {
            return Optional.empty();
        } catch (RateLimitReachedException e) {
            // It names a key that was not there when the provider was asked just before.
            throw refused(e);
        } catch (KeySourceException e) {
            if (noted.isNew(terms.issuer())) {
                LOG.log(Level.WARNING, "The keys of {0} cannot be read: {1}", said(e));
            }
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The provider of the token cannot be asked at the moment.",
                    e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(e);
        }
    }

    /** Whoever runs the server is told the reason at the bottom; the token is in none. */
    private Object[] said(KeySourceException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return new Object[] {terms.issuer(), reason};
    }

    /** Providers that issue all their tokens alike say inside what each is for. */
    private static void requireForRequests(JWTClaimsSet claims, boolean bound)
            throws ParseException {
        @Nullable String kind = claims.getStringClaim("typ");
        boolean known =
                kind == null
                        || kind.equalsIgnoreCase("Bearer")
                        || (bound && kind.equalsIgnoreCase("DPoP"));
        if (!known) {
            throw refused(null);
        }
    }

    private static Problem refused(@Nullable Exception cause) {
        String message = "The token is not valid.";
        return cause == null
                ? new Problem(ProblemCode.UNAUTHENTICATED, message)
                : new Problem(ProblemCode.UNAUTHENTICATED, message, cause);
    }

    /** The library's check of the claims, by our clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(ProviderTerms terms, Clock clock) {
            super(
                    Set.of(terms.audience()),
                    new JWTClaimsSet.Builder().issuer(terms.issuer()).build(),
                    Set.of("sub", "iat", "exp"),
                    Set.of());
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
