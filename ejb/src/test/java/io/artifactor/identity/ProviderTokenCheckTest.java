package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final TestingProvider provider = new TestingProvider();
    private final ProviderTokenCheck check = provider.check(NOW);

    @AfterEach
    void stop() {
        provider.close();
    }

    private JWTClaimsSet.Builder claims() {
        return provider.claims(NOW);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> check.check(token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
    void aTokenOfTheirsSaysWhoItStandsFor(String type) {
        String token =
                TestingProvider.signed(
                        provider.header(type),
                        claims().claim("preferred_username", "ada")
                                .claim("email", "ada@acme.example")
                                .claim("email_verified", true)
                                .claim("groups", List.of("research"))
                                .build(),
                        provider.key());

        assertThat(check.isTheirs(token)).isTrue();
        ProviderToken said = check.check(token).orElseThrow();
        assertThat(said.subject()).isEqualTo("f:1");
        assertThat(said.scopes()).containsExactlyInAnyOrder(TokenScope.values());
        assertThat(said.person().username()).contains("ada");
        assertThat(said.person().email()).contains("ada@acme.example");
        assertThat(said.person().groups()).contains(Set.of("research"));
    }

    @Test
    void whatATokenDoesNotSayIsNotSaidToBeNothing() {
        ProviderToken said =
                check.check(provider.signed(claims().claim("email", "any@acme.example").build()))
                        .orElseThrow();

        assertThat(said.person().groups()).isEmpty();
        assertThat(said.person().email()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openid profile, 'READ,WRITE,ADMIN,SCIM'",
        "openid artifactor:read, READ",
        "artifactor:read artifactor:write, 'READ,WRITE'",
        "artifactor:unheard-of, ''",
    })
    void scopesOfOursLimitATokenAndOthersDoNot(String scope, String expected) {
        ProviderToken said =
                check.check(provider.signed(claims().claim("scope", scope).build())).orElseThrow();

        assertThat(said.scopes().stream().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(
                        expected.isEmpty() ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        assertRefused(provider.signed(claims().audience("another-product").build()));
        assertRefused(provider.signed(claims().audience(List.of()).build()));
    }

    @Test
    void aTokenOfSomebodyElseIsNotTheirsAndRefusedAllTheSame() {
        String token = provider.signed(claims().issuer("https://evil.example").build());

        assertThat(check.isTheirs(token)).isFalse();
        assertRefused(token);
    }

    @Test
    void aTokenThatIsOverIsRefusedWithoutBlame() {
        Date before = Date.from(NOW.minusSeconds(31));

        assertThat(check.check(provider.signed(claims().expirationTime(before).build()))).isEmpty();
    }

    @Test
    void aTokenWithoutAnEndOrBeforeItsTimeIsRefused() {
        assertRefused(provider.signed(claims().expirationTime(null).build()));
        assertRefused(
                provider.signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(60))).build()));
    }

    @Test
    void aShortKeyOfTheirsSignsNothing() throws Exception {
        RSAKey shortKey = new RSAKeyGenerator(1024, true).keyID("short").generate();
        provider.publish(shortKey);

        assertRefused(
                TestingProvider.signed(
                        provider.header("JWT"),
                        claims().build(),
                        new RSASSASigner(shortKey.toPrivateKey(), true)));
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        RSAKey key = provider.key();
        for (byte[] secret :
                List.of(
                        key.toRSAPublicKey().getEncoded(),
                        key.toPublicJWK().toJSONString().getBytes(UTF_8))) {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();

            assertRefused(TestingProvider.signed(header, claims().build(), new MACSigner(secret)));
        }
    }

    @Test
    void anotherKeyUnderTheSameIdIsRefused() {
        RSAKey other = TestingProvider.newKey(provider.key().getKeyID());

        assertRefused(TestingProvider.signed(provider.header("JWT"), claims().build(), other));
    }

    @Test
    void aKeyInTheHeaderIsNotAsked() {
        RSAKey own = TestingProvider.newKey("own");
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .jwk(own.toPublicJWK())
                        .build();

        assertRefused(TestingProvider.signed(header, claims().build(), own));
    }

    @Test
    void anUnsignedTokenIsNobodys() {
        assertThat(check.isTheirs(new PlainJWT(claims().build()).serialize())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "secevent+jwt", "dpop+jwt"})
    void aTokenOfAnotherTypeIsRefused(String type) {
        assertRefused(
                TestingProvider.signed(provider.header(type), claims().build(), provider.key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "DPoP"})
    void aTokenThatIsForSomethingElseIsRefused(String kind) {
        assertRefused(provider.signed(claims().claim("typ", kind).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "DPoP"})
    void aTokenBoundToAKeyOfTheClientSaysToWhich(String kind) {
        String key = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
        String token =
                provider.signed(
                        claims().claim("cnf", Map.of("jkt", key, "kc-jkt-type", "public"))
                                .claim("typ", kind)
                                .build());

        assertThat(check.check(token).orElseThrow().key()).contains(key);
        assertThat(check.check(provider.signed(claims().build())).orElseThrow().key()).isEmpty();
    }

    static List<Object> otherBindings() {
        return List.of(
                Map.of(),
                Map.of("jkt", "abc"),
                Map.of("jkt", 1),
                Map.of("x5t#S256", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
                Map.of(
                        "jkt",
                        "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
                        "x5t#S256",
                        "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
                "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    }

    @ParameterizedTest
    @MethodSource("otherBindings")
    void aTokenBoundInAnotherWayIsRefused(Object binding) {
        assertRefused(provider.signed(claims().claim("cnf", binding).build()));
    }

    @Test
    void aNewKeyIsFoundWithoutWaitingAndTheOldOneIsAskedForOnce() {
        check.check(provider.signed(claims().build()));
        check.check(provider.signed(claims().jwtID("2").build()));
        assertThat(provider.questions()).isEqualTo(1);
        provider.publish(TestingProvider.newKey("second"));

        assertThat(check.check(provider.signed(claims().build()))).isPresent();
    }

    @Test
    void aFloodOfUnknownKeysIsNoFloodOfQuestions() {
        for (int i = 0; i < 20; i++) {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown-" + i).build();
            assertRefused(TestingProvider.signed(header, claims().build(), provider.key()));
        }

        assertThat(provider.questions()).isLessThanOrEqualTo(3);
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotBelieved() {
        provider.callItself("https://evil.example");

        assertThatThrownBy(() -> check.check(provider.signed(claims().build())))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    }

    @Test
    void aProviderThatIsAwayIsNoRefusal() {
        String token = provider.signed(claims().build());
        provider.close();

        assertThatThrownBy(() -> check.check(token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    }
}
