package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which keys a proof may be signed, and how. */
class TokenProofSignatureTest extends TokenProofStage {

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "ES512"})
    void otherCurvesAreTakenToo(String algorithm) throws JOSEException {
        ECKey other = newKey(algorithm.equals("ES384") ? Curve.P_384 : Curve.P_521);
        JWSHeader header = header(JWSAlgorithm.parse(algorithm)).jwk(other.toPublicJWK()).build();
        String proof = signed(header, claims().build(), signer(other));

        assertThat(check.check(shown(proof), Optional.of(other.computeThumbprint().toString())))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"RS256, 2048, true", "PS256, 2048, true", "RS256, 1024, false"})
    void longKeysOfRsaAreTakenToo(String algorithm, int bits, boolean taken) throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(bits, true).generate();
        JWSHeader header = header(JWSAlgorithm.parse(algorithm)).jwk(rsa.toPublicJWK()).build();
        String proof = signed(header, claims().build(), new RSASSASigner(rsa.toPrivateKey(), true));
        Optional<String> thumbprint = Optional.of(rsa.computeThumbprint().toString());

        if (taken) {
            assertThat(check.check(shown(proof), thumbprint)).isPresent();
        } else {
            assertThatThrownBy(() -> check.check(shown(proof), thumbprint))
                    .hasMessageContaining("2048");
        }
    }

    @Test
    void aProofOfAnotherKeyIsRefused() {
        ECKey other = newKey(Curve.P_256);
        JWSHeader header = header(JWSAlgorithm.ES256).jwk(other.toPublicJWK()).build();

        assertRefused(signed(header, claims().build(), signer(other)), "another key");
    }

    @Test
    void aProofThatNamesTheKeyAndIsSignedByAnotherIsRefused() {
        JWSHeader header = header(JWSAlgorithm.ES256).jwk(key.toPublicJWK()).build();

        assertRefused(signed(header, claims().build(), signer(newKey(Curve.P_256))), "signature");
    }

    @Test
    void aProofWithoutAKeyIsRefused() {
        JWSHeader header = header(JWSAlgorithm.ES256).build();

        assertRefused(signed(header, claims().build(), signer(key)), "jwk");
    }

    /** No library writes this one. */
    @Test
    void aProofWithThePrivateKeyIsRefused() throws JOSEException {
        String header =
                "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key.toJSONString() + '}';

        assertRefused(byHand(header, signer(key), JWSAlgorithm.ES256), "cannot be read");
    }

    @Test
    void aSharedSecretProvesNothing() throws JOSEException {
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(UTF_8);
        String header =
                "{\"typ\":\"dpop+jwt\",\"alg\":\"HS256\",\"jwk\":"
                        + key.toPublicJWK().toJSONString()
                        + '}';

        assertRefused(byHand(header, new MACSigner(secret), JWSAlgorithm.HS256), "alg");
    }

    @Test
    void aSecretAsTheKeyProvesNothing() throws JOSEException {
        String header =
                "{\"typ\":\"dpop+jwt\",\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\""
                        + Base64URL.encode(new byte[32])
                        + "\"}}";

        assertThatThrownBy(() ->
                        checked(byHand(header, new MACSigner(new byte[32]), JWSAlgorithm.HS256)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PROOF_REFUSED));
    }

    private static String byHand(String header, JWSSigner signer, JWSAlgorithm algorithm)
            throws JOSEException {
        String text =
                Base64URL.encode(header)
                        + "."
                        + Base64URL.encode(claims().build().toString().getBytes(UTF_8));
        return text + '.' + signer.sign(new JWSHeader(algorithm), text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"crit\":[\"exp\"],\"exp\":1", "\"b64\":false"})
    void aProofHasNoExtensions(String extension) throws JOSEException {
        String header =
                "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",%s,\"jwk\":%s}"
                        .formatted(extension, key.toPublicJWK().toJSONString());

        assertRefused(byHand(header, signer(key), JWSAlgorithm.ES256), "extensions");
    }

    @Test
    void whatIsNotSignedProvesNothing() {
        assertRefused(new PlainJWT(claims().build()).serialize(), "signed JWT");
        String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"none\"}";
        assertRefused(
                Base64URL.encode(header)
                        + "."
                        + Base64URL.encode(claims().build().toString())
                        + ".c2ln",
                "cannot be read");
    }

    /** One the library knows, but not without another one. */
    @Test
    void edwardsCurvesAreNotTaken() {
        OctetKeyPair edwards =
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(new byte[32])).build();
        JWSHeader header = header(JWSAlgorithm.EdDSA).jwk(edwards).build();
        String proof =
                header.toBase64URL()
                        + "."
                        + Base64URL.encode(claims().build().toString())
                        + ".c2ln";

        assertRefused(proof, "alg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/jwt"})
    void aTokenOfAnotherTypeIsNoProof(String type) {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type));

        assertRefused(signed(header, claims().build()), "typ");
        assertRefused(signed(new JWSHeader.Builder(JWSAlgorithm.ES256), claims().build()), "typ");
    }
}
