package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request proves that whoever sends a token has the key to which it is bound (RFC
 * 9449, 4.3). Whether the proof was used before is for {@link UsedProofs} to say. Safe for all
 * threads.
 */
final class TokenProofCheck {

    /** How old a proof may be; it is made for one request. */
    static final Duration GOOD_FOR = Duration.ofMinutes(1);

    /** By how much the client's clock may be ahead. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final String TYPE = "dpop+jwt";
    private static final int LONGEST = 8 * 1024;
    private static final int LONGEST_ID = 512;
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 4096;

    private static final Pattern SPELLING =
            Pattern.compile("(?:[A-Za-z0-9_-]+\\.){2}[A-Za-z0-9_-]+");

    private final boolean keysOnly;
    private final Clock clock;

    /**
     * @param keysOnly whether no token is taken that is bound to no key
     */
    TokenProofCheck(boolean keysOnly, Clock clock) {
        this.keysOnly = keysOnly;
        this.clock = clock;
    }

    /** What clients may sign with, as challenges tell them. */
    static String algorithms() {
        return ProviderTokenCheck.ALGORITHMS.stream()
                .map(JWSAlgorithm::getName)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * The proof of a request; none for a token that needs none.
     *
     * @param key the thumbprint (RFC 7638) of the key to which the token is bound
     * @throws Problem {@code PROOF_REQUIRED} if there is none where one is needed, {@code
     *     PROOF_REFUSED} if it is not sound, {@code UNAUTHENTICATED} for a token that is sent as
     *     what it is not
     */
    Optional<TokenProof> check(ShownToken shown, Optional<String> key) {
        if (key.isPresent()) {
            return Optional.of(check(shown, key.get()));
        }
        if (shown.scheme() == ShownToken.Scheme.DPOP) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "The token is bound to no key: it is sent as Authorization: Bearer.");
        }
        if (keysOnly) {
            throw new Problem(
                    ProblemCode.PROOF_REQUIRED,
                    "Of the provider's tokens, only those are taken that are bound to a key of the"
                            + " client's (DPoP).");
        }
        return Optional.empty();
    }

    private TokenProof check(ShownToken shown, String key) {
        if (shown.scheme() != ShownToken.Scheme.DPOP || shown.proofs().isEmpty()) {
            throw new Problem(
                    ProblemCode.PROOF_REQUIRED,
                    "The token is bound to a key: send it as Authorization: DPoP, with a proof of"
                            + " the key in the header DPoP.");
        }
        require(shown.proofs().size() == 1, "There must be one header DPoP, and not more.");
        String proof = shown.proofs().getFirst();
        require(
                proof.length() <= LONGEST && SPELLING.matcher(proof).matches(),
                "It must be one signed JWT.");
        try {
            SignedJWT signed = SignedJWT.parse(proof);
            JWK own = signer(signed);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Instant end = requireOfNow(claims);
            requireOfRequest(claims, shown);
            require(
                    own.computeThumbprint().toString().equals(key),
                    "It is signed by another key than the token is bound to.");
            return new TokenProof(id(claims, key), end);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new Problem(
                    ProblemCode.PROOF_REFUSED, refusal("It cannot be read, or not verified."), e);
        }
    }

    /** The key that it brings along and that signed it. */
    private static JWK signer(SignedJWT signed) throws JOSEException {
        JWSHeader header = signed.getHeader();
        require(
                header.getType() != null && TYPE.equalsIgnoreCase(header.getType().getType()),
                "Its typ must be dpop+jwt.");
        require(
                ProviderTokenCheck.ALGORITHMS.contains(header.getAlgorithm()),
                "Its alg must be one of ES, RS or PS of 256, 384 or 512.");
        require(
                header.getCriticalParams() == null && header.isBase64URLEncodePayload(),
                "It must have no extensions.");
        @Nullable JWK key = header.getJWK();
        if (!(key instanceof AsymmetricJWK asymmetric) || key.isPrivate()) {
            throw refused("Its jwk must be a public key, and nothing more.");
        }
        if (key instanceof RSAKey) {
            require(
                    key.size() >= LEAST_BITS && key.size() <= MOST_BITS,
                    "An RSA key must have 2048 to 4096 bits.");
        }
        require(
                signed.verify(
                        new DefaultJWSVerifierFactory()
                                .createJWSVerifier(header, asymmetric.toPublicKey())),
                "Its signature is not that of its jwk.");
        return key;
    }

    private Instant requireOfNow(JWTClaimsSet claims) {
        @Nullable Date issued = claims.getIssueTime();
        if (issued == null) {
            throw refused("It must say when it was made (iat).");
        }
        Instant now = clock.instant();
        Instant end = issued.toInstant().plus(GOOD_FOR);
        require(!end.isBefore(now), "It was made too long ago (iat); a minute is the most.");
        require(
                !issued.toInstant().isAfter(now.plus(CLOCK_SKEW)),
                "It was made in the future (iat).");
        // The clock of another node, which still takes it, may be behind the one that forgets it.
        return end.plus(CLOCK_SKEW);
    }

    private static void requireOfRequest(JWTClaimsSet claims, ShownToken shown)
            throws ParseException {
        require(
                shown.method().equals(claims.getStringClaim("htm")),
                "It is for another method than the request's (htm).");
        @Nullable String address = claims.getStringClaim("htu");
        require(
                address != null
                        && AskedAddress.of(address).equals(AskedAddress.of(shown.address())),
                "It is for another address than %s (htu).".formatted(shown.address()));
        require(
                digest(shown.token()).equals(claims.getStringClaim("ath")),
                "It is for another token (ath).");
    }

    /** Of fixed length, whatever the client chose; clients do not void each other's. */
    private static String id(JWTClaimsSet claims, String key) {
        @Nullable String id = claims.getJWTID();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw refused("It must have an id (jti) of at most %d signs.".formatted(LONGEST_ID));
        }
        return digest(key + ' ' + id);
    }

    /** As {@code ath} has it. */
    private static String digest(String text) {
        try {
            return Base64Url.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    static Problem refused(String why) {
        return new Problem(ProblemCode.PROOF_REFUSED, refusal(why));
    }

    private static String refusal(String why) {
        return "The proof of the token's key is not valid. " + why;
    }
}
