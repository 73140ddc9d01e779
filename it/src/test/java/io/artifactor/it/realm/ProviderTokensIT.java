package io.artifactor.it.realm;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.ServerTest;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API clients that come with access tokens of the provider of OpenID Connect. */
@ExtendWith(RealmServer.class)
class ProviderTokensIT extends ServerTest {

    @Test
    void theirOwnerGetsAnAccountAndMayWhatTheyMay() {
        String token = token("gerda");

        JsonPath me = me(token);
        assertThat(me.getString("username")).isEqualTo("gerda");
        assertThat(me.getString("email")).isEqualTo("gerda@acme.example");
        int kept =
                request(token)
                        .contentType(ContentType.JSON)
                        .body(Map.of("title", "A note of Gerda's", "content", UUID.randomUUID()))
                        .post("/artifacts")
                        .statusCode();
        assertThat(kept).isEqualTo(201);
        assertThat(actions(me.getString("id")))
                .contains("user-provisioned")
                .containsOnlyOnce("provider-token-used");
    }

    @Test
    void whoSignsInByBrowserHasTheSameAccount() {
        String id = me(token("hilde")).getString("id");
        try (Visitor visitor = new Visitor(RealmServer.stage().keycloak().trust())) {
            visitor.send(
                    visitor.signIn(RealmServer.stage().url(), "oidc"),
                    Map.of("username", "hilde", "password", "hilde keeps her books"));

            Visitor.Page me = visitor.get(RealmServer.stage().url() + "/api/v1/auth/me");
            assertThat(new JsonPath(me.body()).getString("id")).isEqualTo(id);
        }
    }

    @Test
    void groupsInTheTokenStandForRoles() {
        String mapping =
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("realm", "oidc", "group", "research", "role", "auditor"))
                        .post("/group-mappings")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        try {
            String token = token("irma");
            assertThat(me(token).getList("roles", String.class))
                    .containsExactlyInAnyOrder("auditor", "user");
            assertThat(asked(token, "203.0.113.77").jsonPath().getList("roles", String.class))
                    .containsExactly("user");
            assertThat(me(token).getList("roles", String.class)).contains("auditor");
        } finally {
            as(administrator()).delete("/group-mappings/" + mapping).then().statusCode(204);
        }
    }

    @Test
    void whatTakesASignInIsClosedToThem() {
        Response refused =
                request(token("gerda"))
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "mine", "scopes", List.of("read")))
                        .post("/auth/tokens");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
    }

    @Test
    void aTokenForAnotherProductIsRefused() {
        assertRefused(answers("stranger", "gerda").getString("access_token"));
    }

    @Test
    void anIdTokenAndARefreshTokenAreRefused() {
        JsonPath answers = answers("harvester", "gerda");

        assertRefused(answers.getString("id_token"));
        assertRefused(answers.getString("refresh_token"));
    }

    @Test
    void aTokenSignedWithTheirPublicKeyIsRefused() throws GeneralSecurityException {
        String[] parts = token("gerda").split("\\.");
        String id = header(parts).getString("kid");
        String body = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(id));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey(id), "HmacSHA256"));
        String signed = body + '.' + parts[1];

        assertRefused(signed + '.' + encoded(mac.doFinal(signed.getBytes(UTF_8))));
    }

    @Test
    void aTokenOfAnotherKeyOfTheSameNameIsRefused() throws GeneralSecurityException {
        String[] parts = token("gerda").split("\\.");

        assertRefused(signed(parts[0] + '.' + parts[1]));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws GeneralSecurityException {
        String[] parts = token("gerda").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String others = claims.replace("/realms/acme", "/realms/other");
        assertThat(others).isNotEqualTo(claims);

        assertRefused(signed(parts[0] + '.' + encoded(others)));
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() {
        String[] parts = token("gerda").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String others = claims.replace("\"gerda\"", "\"admin\"");
        assertThat(others).isNotEqualTo(claims);

        assertRefused(parts[0] + '.' + encoded(others) + '.' + parts[2]);
    }

    @Test
    void noneStandsInTheLog() throws IOException {
        String sound = token("gerda");
        String strange = answers("stranger", "gerda").getString("access_token");
        me(sound);
        assertRefused(strange);

        String log = Files.readString(RealmServer.stage().server().log(Part.SERVER));
        assertThat(log).isNotEmpty();
        assertThat(List.of(sound, strange)).noneMatch(log::contains);
    }

    @Test
    void whoSendsManyForgedOnesHasToWaitAndNobodyElse() throws GeneralSecurityException {
        String sound = token("gerda");
        String[] parts = sound.split("\\.");
        String forged = signed(parts[0] + '.' + parts[1]);
        String address = "2001:db8:%x:%x::1".formatted(port(), port());

        Response last = asked(forged, address);
        for (int i = 0; i < 60 && last.statusCode() == 401; i++) {
            last = asked(forged, address);
        }

        assertThat(last.statusCode()).as(last.asString()).isEqualTo(429);
        assertThat(last.<String>path("detail")).contains("Too many attempts failed");
        assertThat(last.header("Retry-After")).isNotNull();
        assertThat(asked(sound).statusCode()).isEqualTo(200);
    }

    private static Response asked(String token, String address) {
        return request(token).header("X-Forwarded-For", address).get("/auth/me");
    }

    /** A number that is another in each run. */
    private static int port() {
        return TestingKeycloak.freePort();
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        String token = token("judith");
        String id = me(token).getString("id");
        String tag = as(administrator()).get("/users/" + id).header("ETag");
        as(administrator()).header("If-Match", tag).delete("/users/" + id).then().statusCode(204);

        await().atMost(Duration.ofSeconds(5)).until(() -> asked(token).statusCode() == 401);
        assertRefused(token);
        assertRefused(token("judith"));
    }

    @Test
    void whoseSignInWasUnlinkedIsLetInByNoToken() {
        String token = token("karin");
        String user = me(token).getString("id");
        String identity =
                as(administrator())
                        .queryParam("userId", user)
                        .get("/realm-identities")
                        .path("items[0].id");
        as(administrator())
                .delete("/realm-identities/" + identity + "/user")
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(5)).until(() -> asked(token).statusCode() == 401);
        assertRefused(token("karin"));
    }

    private static void assertRefused(String token) {
        Response answer = asked(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(answer.asString()).doesNotContain(token);
    }

    private static List<String> actions(String user) {
        return as(administrator())
                .queryParam("actor", user)
                .get("/audit")
                .then()
                .statusCode(200)
                .extract()
                .path("items.action");
    }

    private static String signed(String text) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.generateKeyPair().getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text + '.' + encoded(signature.sign());
    }

    private static byte[] publicKey(String id) throws GeneralSecurityException {
        Map<String, String> key =
                new JsonPath(RealmServer.stage().keycloak().keys())
                        .getMap("keys.find { it.kid == '%s' }".formatted(id));
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                .getEncoded();
    }

    private static BigInteger number(Map<String, String> key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) field(key, name)));
    }

    private static JsonPath header(String[] parts) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String token(String name) {
        return answers("harvester", name).getString("access_token");
    }

    private static JsonPath answers(String client, String name) {
        return new JsonPath(
                RealmServer.stage().keycloak().tokens(client, name, name + " keeps her books"));
    }

    private static JsonPath me(String token) {
        Response answer = asked(token);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response asked(String token) {
        return request(token).get("/auth/me");
    }

    private static RequestSpecification request(String token) {
        return given().baseUri(RealmServer.stage().url())
                .basePath("/api/v1")
                .header("Authorization", "Bearer " + token);
    }
}
