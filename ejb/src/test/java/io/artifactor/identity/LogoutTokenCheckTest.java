package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String CLIENT = "artifactor";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TestingProvider provider = new TestingProvider();
    private final LogoutTokenCheck check = check();

    private LogoutTokenCheck check() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new LogoutTokenCheck(
                provider.issuer(),
                CLIENT,
                new ProviderKeys(
                        provider.issuer(),
                        new ProviderWeb(Set.of("127.0.0.1"), Optional.empty()),
                        clock),
                clock);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(CLIENT)
                .subject("f:1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(120)))
                .jwtID("said-once")
                .claim("sid", "sign-in-7")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return TestingProvider.signed(
                provider.header("logout+jwt"), claims.build(), provider.key());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> check.check(token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
    }

    @Test
    void aTokenOfTheirsSaysWhichSignInsAreOver() {
        ProviderLogout said = check.check(signed(claims()));

        assertThat(said.issuer()).isEqualTo(provider.issuer());
        assertThat(said.id()).isEqualTo("said-once");
        assertThat(said.subject()).contains("f:1");
        assertThat(said.session()).contains("sign-in-7");
        assertThat(said.end()).isEqualTo(NOW.plusSeconds(150));
    }

    @Test
    void eitherOfSubjectAndSessionWillDoButNotNeither() {
        assertThat(check.check(signed(claims().claim("sid", null))).session()).isEmpty();
        assertThat(check.check(signed(claims().subject(null))).subject()).isEmpty();
        assertRefused(signed(claims().subject(null).claim("sid", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "iat", "exp", "jti", "events"})
    void whatMustBeThereIsMissed(String claim) {
        assertRefused(signed(claims().claim(claim, null)));
    }

    @Test
    void anythingElseThanALogoutTokenIsRefused() {
        assertRefused(signed(claims().claim("nonce", "of an ID token")));
        assertRefused(signed(claims().claim("events", Map.of())));
        assertRefused(signed(claims().claim("events", Map.of(EVENT, "yes"))));
        assertRefused(signed(claims().claim("events", List.of(EVENT))));
        for (String type : List.of("JWT", "at+jwt", "secevent+jwt")) {
            assertRefused(
                    TestingProvider.signed(
                            provider.header(type), claims().build(), provider.key()));
        }
    }

    @Test
    void aTokenForAnotherProductOrOfAnotherProviderIsRefused() {
        assertRefused(signed(claims().audience("another-product")));
        assertRefused(signed(claims().issuer("https://evil.example")));
        assertRefused(signed(claims().issuer(provider.issuer() + "/")));
    }

    @Test
    void aTokenThatIsOverIsRefused() {
        assertRefused(signed(claims().expirationTime(Date.from(NOW.minusSeconds(31)))));
    }

    @Test
    void aTokenNobodySignedIsRefused() {
        assertRefused(new PlainJWT(claims().build()).serialize());
        String[] parts = signed(claims()).split("\\.");
        assertRefused(parts[0] + '.' + parts[1] + '.');
        assertRefused("");
    }

    @Test
    void anotherKeyAndThePublicOneAreRefused() throws Exception {
        RSAKey other = TestingProvider.newKey(provider.key().getKeyID());
        assertRefused(
                TestingProvider.signed(provider.header("logout+jwt"), claims().build(), other));
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(provider.header("logout+jwt").getType())
                        .keyID(provider.key().getKeyID())
                        .build();
        byte[] secret = provider.key().toRSAPublicKey().getEncoded();
        assertRefused(TestingProvider.signed(header, claims().build(), new MACSigner(secret)));
    }

    @Test
    void whileTheProviderIsAwayNothingIsBelieved() {
        String token = signed(claims());
        provider.close();

        assertThatThrownBy(() -> check.check(token))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    }
}
