package io.artifactor.it.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.artifactor.it.TestingUser;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stage of tests about security keys, on a server that takes them. */
@ExtendWith(KeyServer.class)
abstract class KeyTest extends FactorTest {

    final TestingUser user = newUser();
    SoftKey key;
    SoftKey.Site here;

    @BeforeEach
    void make() throws GeneralSecurityException {
        key = new SoftKey();
        here = new SoftKey.Site("localhost", KeyServer.origin());
    }

    static RequestSpecification there() {
        return given(
                new RequestSpecBuilder()
                        .setBaseUri(KeyServer.url())
                        .setBasePath("/api/v1")
                        .addFilter(described())
                        .build());
    }

    static RequestSpecification there(TestingUser user) {
        return there().header("Authorization", "Bearer " + user.token());
    }

    static Response send(TestingUser user, String path, Map<String, ?> body) {
        return there(user).contentType(ContentType.JSON).body(body).post("/auth/" + path);
    }

    Response register(SoftKey other, SoftKey.Site site) throws GeneralSecurityException {
        String challenge = there(user).post("/auth/security-keys").path("challenge");
        return send(user, "security-keys/registration", other.register(site, challenge));
    }

    List<String> add() throws GeneralSecurityException {
        return register(key, here).then().statusCode(201).extract().path("recoveryCodes");
    }

    Response signIn(Map<String, ?> factor) {
        Map<String, Object> body = new HashMap<>(factor);
        body.put("username", user.username());
        body.put("password", user.password());
        return there().contentType(ContentType.JSON).body(body).post("/auth/login");
    }

    String challenge() {
        return signIn(Map.of())
                .then()
                .statusCode(401)
                .body("code", equalTo("second-factor-required"))
                .extract()
                .path("keyRequest.challenge");
    }

    Response signInWith(SoftKey other, int count) throws GeneralSecurityException {
        return signIn(Map.of("key", other.count(count).sign(here, challenge())));
    }

    static void isRefused(Response answer) {
        answer.then().statusCode(401).body("code", equalTo("second-factor-refused"));
    }

    Map<String, Object> proof(int count) throws GeneralSecurityException {
        String challenge = there(user).post("/auth/security-keys/challenge").path("challenge");
        return Map.of("password", user.password(), "key", key.count(count).sign(here, challenge));
    }

    void audited(String... actions) {
        as(administrator())
                .queryParam("subject", "user:" + id(user))
                .get("/audit")
                .then()
                .body("items.action", hasItems(actions));
    }
}
