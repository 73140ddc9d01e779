package io.artifactor.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Signs and checks access tokens: RFC 9068 JWTs, ES256 and nothing else, good for a quarter of an
 * hour. A token says who and which sign-in; what that user may do is looked up anew, so the roles
 * inside are for clients to read only. Safe for all threads.
 */
final class AccessTokens {

    static final String AUDIENCE = "artifactor-api";
    static final String SESSION = "sid";

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int LONGEST = 4096;

    /** Checking a signature is the dearest part of a small request. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    private final ECKey key;
    private final String issuer;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Memory<Secret, Checked> checked;

    /** What a sound token says, and when it is over. */
    private record Checked(SessionKey session, Instant end) {}

    AccessTokens(ECKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
        this.processor = processor(key.toPublicJWK(), issuer, clock);
        this.checked =
                Memory.alone(
                        Region.own("signatures", REMEMBERED, MOST, (token, said) -> ""),
                        () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    String keyId() {
        return key.getKeyID();
    }

    String issue(Caller caller, SessionKey session, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(caller.user().toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)))
                        .claim("roles", caller.roles().stream().map(Role::id).sorted().toList())
                        .claim(SESSION, session.family().toString())
                        .build();
        JWSHeader header =
                new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing failed with a key checked at start", e);
        }
        return token.serialize();
    }

    /** The sign-in a token stands for; empty for a token we would not have issued or is over. */
    Optional<SessionKey> check(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return checked.get(new Secret(token), this::verified)
                .filter(known -> now.isBefore(known.end()))
                .map(Checked::session);
    }

    private Optional<Checked> verified(Secret token) {
        try {
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token.text()), null);
            UserId user = new UserId(UUID.fromString(claims.getSubject()));
            UUID family = UUID.fromString(claims.getStringClaim(SESSION));
            Instant end = claims.getExpirationTime().toInstant().plusSeconds(CLOCK_SKEW_SECONDS);
            return Optional.of(new Checked(new SessionKey(user, family), end));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(
            ECKey publicKey, String issuer, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        // The algorithm is ours to choose, whatever the token's header says.
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        ALGORITHM, new ImmutableJWKSet<>(new JWKSet(publicKey))));
        Claims claims = new Claims(issuer, clock);
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    /** The library's check of the claims, by our clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(String issuer, Clock clock) {
            super(
                    AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("sub", "iat", "exp", "jti", SESSION));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
