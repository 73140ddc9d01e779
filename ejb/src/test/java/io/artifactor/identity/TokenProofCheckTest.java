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
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProofCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String TOKEN = "eyJ0.a-token.of-theirs";
    private static final String ADDRESS = "https://library.example.com/api/v1/artifacts";

    /** The token of the example in RFC 9449, 7.1, and what stands for it in the proof there. */
    private static final String TOKEN_OF_RFC = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    private static final String DIGEST_OF_RFC = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    private final ECKey key = newKey(Curve.P_256);
    private final TokenProofCheck check = check(false);

    private static TokenProofCheck check(boolean keysOnly) {
        return new TokenProofCheck(keysOnly, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ECKey newKey(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("dpop+jwt"));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", ADDRESS)
                .issueTime(Date.from(NOW))
                .claim("ath", digest(TOKEN));
    }

    private static String digest(String token) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
        return signed(header.jwk(key.toPublicJWK()).build(), claims, signer(key));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return signed(header(JWSAlgorithm.ES256), claims.build());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        return TestingProvider.signed(header, claims, signer);
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ShownToken shown(String... proofs) {
        return new ShownToken(TOKEN, ShownToken.Scheme.DPOP, List.of(proofs), "POST", ADDRESS);
    }

    private Optional<String> thumbprint() {
        try {
            return Optional.of(key.computeThumbprint().toString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<TokenProof> checked(String proof) {
        return check.check(shown(proof), thumbprint());
    }

    private void assertRefused(String proof, String why) {
        assertRefused(shown(proof), ProblemCode.PROOF_REFUSED, why);
    }

    private void assertRefused(ShownToken shown, ProblemCode code, String why) {
        assertThatThrownBy(() -> check.check(shown, thumbprint()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(why);
    }

    @Test
    void aProofOfTheKeyForTheRequestIsTaken() {
        TokenProof first = checked(signed(claims().jwtID("one"))).orElseThrow();
        TokenProof again = checked(signed(claims().jwtID("one"))).orElseThrow();
        TokenProof other = checked(signed(claims().jwtID("two"))).orElseThrow();

        assertThat(first.end()).isAfter(NOW.plus(TokenProofCheck.GOOD_FOR));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id()).hasSize(43);
    }

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
    void theDigestIsTheOneOfTheStandard() {
        assertThat(digest(TOKEN_OF_RFC)).isEqualTo(DIGEST_OF_RFC);
        ShownToken shown =
                new ShownToken(
                        TOKEN_OF_RFC,
                        ShownToken.Scheme.DPOP,
                        List.of(signed(claims().claim("ath", DIGEST_OF_RFC))),
                        "POST",
                        ADDRESS);

        assertThat(check.check(shown, thumbprint())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://Library.Example.COM:443/api/v1/artifacts",
                "https://library.example.com/api/v1/%61rtifacts",
                "https://library.example.com/api/v1/artifacts?limit=1#top",
                "https://library.example.com/api/./v1/artifacts"
            })
    void anotherSpellingOfTheAddressIsTheSame(String address) {
        assertThat(checked(signed(claims().claim("htu", address)))).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://library.example.com/api/v1/artifacts",
                "https://library.example.com:8443/api/v1/artifacts",
                "https://library.example.com.evil.example/api/v1/artifacts",
                "https://library.example.com@evil.example/api/v1/artifacts",
                "https://ada@library.example.com/api/v1/artifacts",
                "https://library.example.com/api/v1/Artifacts",
                "https://library.example.com/api/v1/artifacts/",
                "https://library.example.com/api/v1%2Fartifacts",
                "https://library.example.com/api/v1",
                "/api/v1/artifacts",
                "no address"
            })
    void aProofForAnotherAddressIsRefused(String address) {
        assertThatThrownBy(() -> checked(signed(claims().claim("htu", address))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PROOF_REFUSED));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"GET", "post"})
    void aProofForAnotherMethodIsRefused(String method) {
        assertRefused(signed(claims().claim("htm", method)), "htm");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo", TOKEN})
    void aProofForAnotherTokenIsRefused(String digest) {
        assertRefused(signed(claims().claim("ath", digest)), "ath");
    }

    @ParameterizedTest
    @CsvSource({"-60, true", "-61, false", "30, true", "31, false", "-86400, false"})
    void aProofIsOfNow(int seconds, boolean taken) {
        String proof = signed(claims().issueTime(Date.from(NOW.plusSeconds(seconds))));

        if (taken) {
            assertThat(checked(proof)).isPresent();
        } else {
            assertRefused(proof, "iat");
        }
    }

    @Test
    void aProofSaysWhenItWasMade() {
        assertRefused(signed(claims().issueTime(null)), "iat");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void aProofHasAnId(String id) {
        assertRefused(signed(claims().jwtID(id)), "jti");
    }

    @Test
    void anIdIsNotEndless() {
        assertRefused(signed(claims().jwtID("x".repeat(513))), "jti");
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

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "a.b.c.d", "\u00e9.a.b"})
    void whatIsNoJwtIsNoProof(String text) {
        assertRefused(shown(text), ProblemCode.PROOF_REFUSED, "not valid");
    }

    @Test
    void whatIsEndlessIsNotRead() {
        assertRefused(signed(claims().claim("more", "x".repeat(9_000))), "one signed JWT");
    }

    @Test
    void twoProofsAreNone() {
        String proof = signed(claims());
        List<String> both = new ArrayList<>(List.of(proof, signed(claims())));

        assertRefused(shown(both.toArray(String[]::new)), ProblemCode.PROOF_REFUSED, "one header");
        assertRefused(shown(String.join(", ", both)), ProblemCode.PROOF_REFUSED, "one signed JWT");
    }

    @Test
    void aBoundTokenWithoutAProofIsRefused() {
        assertRefused(shown(), ProblemCode.PROOF_REQUIRED, "bound to a key");
    }

    @Test
    void aBoundTokenIsNoBearersWhateverElseIsSent() {
        ShownToken bearers =
                new ShownToken(
                        TOKEN,
                        ShownToken.Scheme.BEARER,
                        List.of(signed(claims())),
                        "POST",
                        ADDRESS);

        assertRefused(bearers, ProblemCode.PROOF_REQUIRED, "bound to a key");
    }

    @Test
    void aTokenThatIsBoundToNothingIsABearersAlone() {
        ShownToken bearers =
                new ShownToken(TOKEN, ShownToken.Scheme.BEARER, List.of(), "POST", ADDRESS);

        assertThat(check.check(bearers, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> check.check(shown(signed(claims())), Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
    }

    @Test
    void whereKeysAreRequiredNoOtherTokenIsTaken() {
        ShownToken bearers =
                new ShownToken(TOKEN, ShownToken.Scheme.BEARER, List.of(), "POST", ADDRESS);

        assertThatThrownBy(() -> check(true).check(bearers, Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.PROOF_REQUIRED));
        assertThat(check(true).check(shown(signed(claims())), thumbprint())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"optional, false", "required, true", "' required ', true"})
    void theSettingSaysWhetherKeysAreRequired(String configured, boolean required) {
        assertThat(ProviderSettings.keysOnly(configured)).isEqualTo(required);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "off", "true"})
    void anotherSettingStopsTheStart(String configured) {
        assertThatThrownBy(() -> ProviderSettings.keysOnly(configured))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_OIDC_API_DPOP");
    }
}
