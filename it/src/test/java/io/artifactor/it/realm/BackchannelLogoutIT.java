package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.ServerTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ins that the provider of OpenID Connect ends by itself. */
@ExtendWith(RealmServer.class)
class BackchannelLogoutIT extends ServerTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aSignInTheProviderEndsIsOverHereAndTheOthersOfTheSamePersonAreNot() {
        try (Visitor ended = visitor();
                Visitor other = visitor()) {
            JsonPath ticket = signIn(ended, "selma");
            signIn(other, "selma");

            keycloak().endSession(ticket.getString("sid"));

            await().atMost(SOON).until(() -> status(ended) == 401);
            assertThat(status(other)).isEqualTo(200);
        }
    }

    @Test
    void whomTheProviderSignsOutIsSignedOutHereEverywhere() {
        try (Visitor one = visitor();
                Visitor other = visitor();
                Visitor stranger = visitor()) {
            JsonPath ticket = signIn(one, "thea");
            signIn(other, "thea");
            signIn(stranger, "anna");
            String user = new JsonPath(one.get(url("/api/v1/auth/me")).body()).getString("id");

            keycloak().signOut(ticket.getString("sub"));

            await().atMost(SOON).until(() -> status(one) == 401 && status(other) == 401);
            assertThat(status(stranger)).isEqualTo(200);
            List<String> said =
                    as(administrator())
                            .queryParam("subject", "user:" + user)
                            .get("/audit")
                            .path("items.action");
            assertThat(said).contains("signed-out-by-realm");
        }
    }

    @Test
    void anIdTokenAndAnAccessTokenEndNothing() {
        try (Visitor visitor = visitor()) {
            signIn(visitor, "anna");
            String idToken = visitor.cookie("artifactor_ticket").orElseThrow().getValue();
            String accessToken =
                    new JsonPath(keycloak().tokens("harvester", "anna", "anna keeps her books"))
                            .getString("access_token");

            for (String token : List.of(idToken, accessToken, "", "a.b.c")) {
                assertThat(said(token)).as(token).isEqualTo(400);
            }

            assertThat(status(visitor)).isEqualTo(200);
        }
    }

    private static int said(String token) {
        return given().formParam("logout_token", token)
                .post(url("/sso/backchannel-logout"))
                .statusCode();
    }

    /** Signs in; what the ID token says. */
    private static JsonPath signIn(Visitor visitor, String name) {
        visitor.send(
                visitor.signIn(url(""), "oidc"),
                Map.of("username", name, "password", name + " keeps her books"));
        assertThat(status(visitor)).isEqualTo(200);
        String token = visitor.cookie("artifactor_ticket").orElseThrow().getValue();
        return new JsonPath(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }

    private static int status(Visitor visitor) {
        return visitor.get(url("/api/v1/auth/me")).status();
    }

    private static TestingKeycloak keycloak() {
        return RealmServer.stage().keycloak();
    }

    private static Visitor visitor() {
        return new Visitor(keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
