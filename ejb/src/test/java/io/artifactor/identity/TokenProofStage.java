package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A client with a key, and a request that it proves to be its own. */
abstract class TokenProofStage {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final String TOKEN = "eyJ0.a-token.of-theirs";
    static final String ADDRESS = "https://library.example.com/api/v1/artifacts";

    /** The token of the example in RFC 9449, 7.1, and what stands for it in the proof there. */
    static final String TOKEN_OF_RFC = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    static final String DIGEST_OF_RFC = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    final ECKey key = newKey(Curve.P_256);
    final TokenProofCheck check = check(false);

    static TokenProofCheck check(boolean keysOnly) {
        return new TokenProofCheck(keysOnly, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static ECKey newKey(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("dpop+jwt"));
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", ADDRESS)
                .issueTime(Date.from(NOW))
                .claim("ath", digest(TOKEN));
    }

    static String digest(String token) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
        return signed(header.jwk(key.toPublicJWK()).build(), claims, signer(key));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(header(JWSAlgorithm.ES256), claims.build());
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        return TestingProvider.signed(header, claims, signer);
    }

    static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ShownToken shown(String... proofs) {
        return new ShownToken(TOKEN, ShownToken.Scheme.DPOP, List.of(proofs), "POST", ADDRESS);
    }

    Optional<String> thumbprint() {
        try {
            return Optional.of(key.computeThumbprint().toString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<TokenProof> checked(String proof) {
        return check.check(shown(proof), thumbprint());
    }

    void assertRefused(String proof, String why) {
        assertRefused(shown(proof), ProblemCode.PROOF_REFUSED, why);
    }

    void assertRefused(ShownToken shown, ProblemCode code, String why) {
        assertThatThrownBy(() -> check.check(shown, thumbprint()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(why);
    }
}
