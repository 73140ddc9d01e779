package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.ServerTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at a provider elsewhere, over OpenID Connect and over SAML. */
@ExtendWith(RealmServer.class)
class SingleSignOnIT extends ServerTest {

    private static final String COOKIE = "artifactor";

    @Test
    void whoComesThroughOpenIdConnectGetsAnAccountAndTheSameOneTheNextTime() {
        try (Visitor first = visitor();
                Visitor again = visitor()) {
            assertThat(throughOidc(first, "anna").uri()).hasPath("/");
            JsonPath me = me(first);
            assertThat(me.getString("displayName")).isEqualTo("Anna Weber");
            assertThat(me.getList("roles")).containsExactly("user");

            throughOidc(again, "anna");

            assertThat(me(again).getString("id")).isEqualTo(me.getString("id"));
        }
    }

    @Test
    void aCookieOfASignInIsOutOfReachOfScriptsAndPages() {
        try (Visitor visitor = visitor()) {
            throughOidc(visitor, "anna");

            assertThat(visitor.cookie(COOKIE))
                    .hasValueSatisfying(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
            assertThat(logout(visitor, "https://evil.example").statusCode()).isEqualTo(403);
            assertThat(me(visitor).getString("username")).isEqualTo("anna");
        }
    }

    @Test
    void whoComesThroughSamlGetsAnAccountOfTheirOwn() {
        try (Visitor visitor = visitor()) {
            assertThat(throughSaml(visitor, "clara").uri()).hasPath("/");

            assertThat(me(visitor).getString("username")).isEqualTo("clara");
        }
    }

    @Test
    void signingOutEndsTheSignInHereAndAtTheProvider() {
        try (Visitor visitor = visitor()) {
            throughOidc(visitor, "anna");

            assertThat(logout(visitor, url("")).statusCode()).isEqualTo(204);
            assertThat(visitor.get(url("/sso/out")).uri()).hasPath("/sign-in/");

            assertThat(visitor.get(url("/api/v1/auth/me")).status()).isEqualTo(401);
            // The provider wants to see name and password again.
            assertThat(visitor.signIn(url(""), "oidc").document().select("input[name=password]"))
                    .hasSize(1);
        }
    }

    @Test
    void aTicketThatWasChangedMakesNoRequestToTheProvider() {
        try (Visitor visitor = visitor();
                Visitor other = visitor()) {
            throughSaml(visitor, "clara");
            String ticket = visitor.cookie("artifactor_ticket").orElseThrow().getValue();
            String changed = ticket.substring(0, ticket.length() - 4) + "AAAA";

            assertThat(placeAfter(other, ticket))
                    .startsWith(RealmServer.stage().keycloak().realm() + "/protocol/saml?SAML");
            assertThat(placeAfter(other, changed)).isEqualTo(url("/sign-in/"));
            assertThat(placeAfter(other, "saml.")).isEqualTo(url("/sign-in/"));
        }
    }

    /** Where a browser that kept this is sent to sign out. */
    private static String placeAfter(Visitor visitor, String ticket) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url("/sso/out")))
                        .header("Cookie", "artifactor_ticket=" + ticket)
                        .build();
        String place = visitor.once(request).headers().firstValue("Location").orElse("");
        return URI.create(url("/sso/out")).resolve(place).toString();
    }

    @Test
    void whatTheContainerKeepsMeanwhileComesWithNothingThatOthersSend() {
        try (Visitor visitor = visitor()) {
            HttpResponse<String> begun =
                    visitor.once(HttpRequest.newBuilder(URI.create(url("/sso/oidc"))).build());

            assertThat(begun.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("SameSite=Lax"));
        }
    }

    @Test
    void theContainerDoesNotRememberWhoCame() {
        try (Visitor visitor = visitor()) {
            throughOidc(visitor, "anna");

            HttpResponse<String> next =
                    visitor.once(HttpRequest.newBuilder(URI.create(url("/sso/oidc"))).build());

            assertThat(next.headers().firstValue("Location").orElse(""))
                    .startsWith(RealmServer.stage().keycloak().realm());
        }
    }

    @Test
    void groupsStandForRolesFromTheNextSignInOn() {
        String id = map("oidc", "library-admins", "auditor");
        try (Visitor in = visitor();
                Visitor out = visitor()) {
            throughOidc(in, "boris");
            assertThat(me(in).getList("roles", String.class))
                    .containsExactlyInAnyOrder("auditor", "user");
            as(administrator()).delete("/group-mappings/" + id).then().statusCode(204);
            // Another row, so that the realm's groups still count.
            String other = map("oidc", "nobody-is-in-it", "admin");

            throughOidc(out, "boris");

            assertThat(me(out).getList("roles", String.class)).containsExactly("user");
            as(administrator()).delete("/group-mappings/" + other).then().statusCode(204);
        }
    }

    @Test
    void whoHasTheNameOfAnAccountWaitsForAnAdministrator() {
        try (Visitor visitor = visitor()) {
            Visitor.Page refused = throughOidc(visitor, "admin");

            assertThat(refused.uri().toString()).endsWith("/sign-in/?refused=offered");
            assertThat(visitor.cookie(COOKIE)).isEmpty();
            Map<String, Object> waiting = waiting("admin");
            assertThat(waiting).doesNotContainKey("userId");

            String owner = as(newUser()).get("/auth/me").path("id");
            as(administrator())
                    .contentType(ContentType.JSON)
                    .body(Map.of("userId", owner))
                    .put("/realm-identities/" + waiting.get("id") + "/user")
                    .then()
                    .statusCode(200);

            // The provider knows them still.
            visitor.signIn(url(""), "oidc");
            assertThat(me(visitor).getString("id")).isEqualTo(owner);
        }
    }

    @Test
    void aDeactivatedAccountStaysShut() {
        try (Visitor visitor = visitor()) {
            throughSaml(visitor, "dora");
            String id = me(visitor).getString("id");
            String tag = as(administrator()).get("/users/" + id).header("ETag");
            as(administrator())
                    .header("If-Match", tag)
                    .delete("/users/" + id)
                    .then()
                    .statusCode(204);
            try (Visitor again = visitor()) {
                assertThat(throughSaml(again, "dora").uri().toString())
                        .endsWith("/sign-in/?refused=unauthenticated");
            }
            // It was another server that was told.
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> visitor.get(url("/api/v1/auth/me")).status() == 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "code"})
    void anAnswerThatWasNotAskedForIsRefused(String forged) {
        try (Visitor visitor = visitor()) {
            HttpResponse<String> asked =
                    visitor.once(HttpRequest.newBuilder(URI.create(url("/sso/oidc"))).build());
            String location = asked.headers().firstValue("Location").orElseThrow();
            String state = location.replaceAll(".*[?&]state=([^&]*).*", "$1");
            String made =
                    "state".equals(forged)
                            ? "code=abc&state=%s".formatted(state + "x")
                            : "code=abc&state=%s".formatted(state);

            Visitor.Page page = visitor.get(url("/sso/oidcclient/redirect/oidc?" + made));

            assertThat(visitor.cookie(COOKIE)).isEmpty();
            assertThat(page.body()).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aSecondUseOfASamlResponseIsRefused() {
        try (Visitor visitor = visitor();
                Visitor thief = visitor()) {
            Visitor.Page response = samlResponse(visitor, "clara");
            assertThat(visitor.send(response).uri()).hasPath("/");

            assertThat(thief.send(response).uri().toString()).endsWith("/sign-in/?refused=realm");
            assertThat(thief.cookie(COOKIE)).isEmpty();
        }
    }

    @Test
    void theRealmsStandOnTheSignInPage() {
        List<String> realms = given().get(url("/api/v1/auth/realms")).path("items.realm");
        assertThat(realms).containsExactly("oidc", "saml", "ldap");
    }

    private static Map<String, Object> waiting(String username) {
        List<Map<String, Object>> found =
                as(administrator())
                        .queryParam("waiting", true)
                        .get("/realm-identities")
                        .path("items.findAll { it.username == '%s' }".formatted(username));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String map(String realm, String group, String role) {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("realm", realm, "group", group, "role", role))
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath me(Visitor visitor) {
        Visitor.Page me = visitor.get(url("/api/v1/auth/me"));
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        return new JsonPath(me.body());
    }

    private static HttpResponse<String> logout(Visitor visitor, String origin) {
        return visitor.once(
                HttpRequest.newBuilder(URI.create(url("/api/v1/auth/logout")))
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private static Visitor.Page throughOidc(Visitor visitor, String name) {
        return visitor.send(visitor.signIn(url(""), "oidc"), credentials(name));
    }

    private static Visitor.Page throughSaml(Visitor visitor, String name) {
        return visitor.send(samlResponse(visitor, name));
    }

    /** The page that carries the response of the provider to the product. */
    private static Visitor.Page samlResponse(Visitor visitor, String name) {
        Visitor.Page request = visitor.signIn(url(""), "saml");
        return visitor.send(visitor.send(request), credentials(name));
    }

    private static Map<String, String> credentials(String name) {
        String password =
                switch (name) {
                    case "admin" -> "admin of the provider";
                    case "boris" -> "boris keeps his books";
                    default -> name + " keeps her books";
                };
        return Map.of("username", name, "password", password);
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
