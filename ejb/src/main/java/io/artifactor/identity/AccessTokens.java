package io.artifactor.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** The library overlooks what is no Base64, and a token would open under many spellings. */
    private static final Pattern SPELLING =
            Pattern.compile("(?:[A-Za-z0-9_-]+\\.){2}[A-Za-z0-9_-]+");

    /** Checking a signature is the dearest part of a small request. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    private final KeyRing keys;
    private final String issuer;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Memory<Secret, Checked> checked;

    /** What a sound token says, and when it is over. */
    private record Checked(SessionKey session, Instant end, String keyId) {}

    AccessTokens(KeyRing keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        this.processor = processor(keys, issuer, clock);
        this.checked =
                Memory.alone(
                        Region.own("signatures", REMEMBERED, MOST, (token, said) -> ""),
                        () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    String keyId() {
        return keys.signing(clock.instant()).id();
    }

    String issue(Caller caller, SessionKey session, Duration life) {
        Instant now = clock.instant();
        ECKey key = keys.signing(now).key();
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
        if (token.length() > LONGEST || !SPELLING.matcher(token).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return checked.get(new Secret(token), this::verified)
                .filter(known -> now.isBefore(known.end()))
                .filter(known -> keys.accepted(known.keyId(), now).isPresent())
                .map(Checked::session);
    }

    private Optional<Checked> verified(Secret token) {
        try {
            SignedJWT signed = SignedJWT.parse(token.text());
            JWTClaimsSet claims = processor.process(signed, null);
            @Nullable Date end = claims.getExpirationTime();
            // We issue none with extensions, not even those the library knows.
            if (end == null || signed.getHeader().getCriticalParams() != null) {
                return Optional.empty();
            }
            UserId user = new UserId(UUID.fromString(claims.getSubject()));
            UUID family = UUID.fromString(claims.getStringClaim(SESSION));
            String keyId = signed.getHeader().getKeyID();
            return Optional.of(
                    new Checked(
                            new SessionKey(user, family),
                            end.toInstant().plusSeconds(CLOCK_SKEW_SECONDS),
                            keyId));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(
            KeyRing keys, String issuer, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        // The algorithm is ours to choose, whatever the token's header says.
        processor.setJWSKeySelector((header, context) ->
                ALGORITHM.equals(header.getAlgorithm())
                        ? publicKey(keys.accepted(header.getKeyID(), clock.instant()))
                        : List.of());
        Claims claims = new Claims(issuer, clock);
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    private static List<Key> publicKey(Optional<ECKey> key) throws KeySourceException {
        if (key.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(key.get().toECPublicKey());
        } catch (JOSEException e) {
            throw new KeySourceException("A key checked before is unusable", e);
        }
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
