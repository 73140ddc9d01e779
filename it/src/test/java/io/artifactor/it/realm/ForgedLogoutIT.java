package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.artifactor.it.ServerTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody else than the provider says that sign-ins are over, or says it again. */
@ExtendWith(ForgingServer.class)
class ForgedLogoutIT extends ServerTest {

    private static final String TYPE = "logout+jwt";

    private final String somebody = "l-" + UUID.randomUUID();

    @Test
    void whatTheProviderSignedEndsTheSignInItNames() {
        try (Visitor visitor = signedIn()) {
            Response answer = said(signed(claims()));

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(status(visitor)).isEqualTo(401);
        }
    }

    @Test
    void aSubjectAloneStandsForAllOfTheirSignIns() {
        try (Visitor one = signedIn();
                Visitor other = signedIn()) {
            assertThat(said(signed(claims().claim("sid", null))).statusCode()).isEqualTo(200);

            assertThat(List.of(status(one), status(other))).containsOnly(401);
        }
    }

    @Test
    void aSessionAloneStandsForItself() {
        try (Visitor visitor = signedIn()) {
            assertThat(said(signed(claims().subject(null))).statusCode()).isEqualTo(200);

            assertThat(status(visitor)).isEqualTo(401);
        }
    }

    @Test
    void ofAnotherSubjectOrAnotherSignInNothingIsEndedHere() {
        try (Visitor visitor = signedIn()) {
            assertThat(said(signed(claims().subject("somebody-else"))).statusCode()).isEqualTo(200);
            assertThat(said(signed(claims().claim("sid", "another"))).statusCode()).isEqualTo(200);

            assertThat(status(visitor)).isEqualTo(200);
        }
    }

    @Test
    void whatWasSaidOnceCountsNoSecondTime() {
        String token = signed(claims().claim("sid", null));
        try (Visitor before = signedIn()) {
            assertThat(said(token).statusCode()).isEqualTo(200);
            assertThat(status(before)).isEqualTo(401);
        }
        try (Visitor after = signedIn()) {
            assertThat(said(token).statusCode()).isEqualTo(400);
            assertThat(status(after)).isEqualTo(200);
        }
    }

    @Test
    void whatTheProviderDidNotSayForThisProductEndsNothing() {
        Date before = Date.from(Instant.now().minusSeconds(600));
        List<String> forged =
                List.of(
                        new PlainJWT(claims().build()).serialize(),
                        ForgingProvider.signed(
                                provider().header(JWSAlgorithm.RS256, TYPE),
                                claims().build(),
                                ForgingProvider.newKey(provider().key().getKeyID())),
                        signed(claims().audience("another-product")),
                        signed(claims().issuer("https://idp.example")),
                        signed(claims().expirationTime(before)),
                        signed(claims().claim("events", Map.of())),
                        signed(claims().claim("nonce", "of an ID token")),
                        signed(claims().jwtID(null)),
                        provider().signed("JWT", claims().build()));
        try (Visitor visitor = signedIn()) {
            for (String token : forged) {
                Response answer = said(token);
                assertThat(answer.statusCode()).as(token).isEqualTo(400);
                assertThat(answer.asString()).isEqualTo("{\"error\":\"invalid_request\"}");
            }

            assertThat(status(visitor)).isEqualTo(200);
        }
    }

    @Test
    void whoSaysMuchThatIsNotTrueIsNotHeardForAWhile() {
        String address =
                "2001:db8:%x:%x::1"
                        .formatted(TestingKeycloak.freePort(), TestingKeycloak.freePort());
        try (Visitor visitor = signedIn()) {
            for (int i = 0; i < 55; i++) {
                assertThat(said("a.b.c", address).statusCode()).isEqualTo(400);
            }
            assertThat(said(signed(claims()), address).statusCode()).isEqualTo(400);
            assertThat(status(visitor)).isEqualTo(200);

            assertThat(said(signed(claims())).statusCode()).isEqualTo(200);
            assertThat(status(visitor)).isEqualTo(401);
        }
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(provider().issuer())
                .audience(ForgingProvider.CLIENT)
                .subject(somebody)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", "sign-in of " + somebody)
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return provider().signed(TYPE, claims.build());
    }

    private Visitor signedIn() {
        provider().letIn(somebody, IdTokenForgery.NONE);
        Visitor visitor = new Visitor(ForgingServer.stage().certificate().trust());
        visitor.get(ForgingServer.stage().url() + "/sso/oidc");
        assertThat(status(visitor)).isEqualTo(200);
        return visitor;
    }

    private static int status(Visitor visitor) {
        return visitor.get(ForgingServer.stage().url() + "/api/v1/auth/me").status();
    }

    private static Response said(String token) {
        return said(token, "127.0.0.1");
    }

    private static Response said(String token, String address) {
        return given().formParam("logout_token", token)
                .header("X-Forwarded-For", address)
                .post(ForgingServer.stage().url() + "/sso/backchannel-logout");
    }

    private static ForgingProvider provider() {
        return ForgingServer.stage().provider();
    }
}
