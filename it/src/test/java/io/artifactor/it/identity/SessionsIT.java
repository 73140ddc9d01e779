package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsIT extends ServerTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

    private static Response login(TestingUser user, String userAgent) {
        return anonymous()
                .header("User-Agent", userAgent)
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .post("/auth/login");
    }

    private static Response refresh(String token) {
        return anonymous()
                .header("User-Agent", "curl/8.5.0")
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/auth/refresh");
    }

    private static int statusOf(String accessToken) {
        return anonymous()
                .header("Authorization", "Bearer " + accessToken)
                .get("/auth/me")
                .statusCode();
    }

    private static String otherSession(TestingUser user) {
        return as(user).get("/auth/sessions").path("items.find { !it.current }.id");
    }

    @Test
    void everySignInIsListedWithWhereItIsUsed() {
        TestingUser user = newUser();
        login(user, FIREFOX).then().statusCode(200);

        as(user).get("/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", containsInAnyOrder(true, false))
                .body("items.find { !it.current }.device", equalTo("Firefox on Linux"))
                .body("items.find { !it.current }.address", equalTo("127.0.0.1"))
                .body("items.find { !it.current }.expiresAt", notNullValue());
    }

    @Test
    void renewingTokensKeepsTheSignInAndMovesItsLastUse() {
        TestingUser user = newUser();
        Response signedIn = login(user, FIREFOX);
        String before = as(user).get("/auth/sessions").path("items.find { !it.current }.startedAt");

        refresh(signedIn.path("refreshToken")).then().statusCode(200);

        as(user).get("/auth/sessions")
                .then()
                .body("items", hasSize(2))
                .body("items[0].current", equalTo(false))
                .body("items[0].device", equalTo("curl/8.5.0"))
                .body("items[0].startedAt", equalTo(before));
    }

    @Test
    void anEndedSignInOpensNothingAtOnce() {
        TestingUser user = newUser();
        Response other = login(user, FIREFOX);
        String token = other.path("accessToken");
        statusIs(token, 200);

        as(user).delete("/auth/sessions/" + otherSession(user)).then().statusCode(204);

        statusIs(token, 401);
        refresh(other.path("refreshToken")).then().statusCode(401);
        statusIs(user.token(), 200);
        as(user).get("/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        TestingUser user = newUser();
        List<String> others =
                List.of(
                        login(user, FIREFOX).path("accessToken"),
                        login(user, "curl/8.5.0").path("accessToken"));

        as(user).delete("/auth/sessions").then().statusCode(204);

        others.forEach(token -> statusIs(token, 401));
        as(user).get("/auth/sessions").then().body("items.current", equalTo(List.of(true)));
    }

    @Test
    void aStolenRefreshTokenEndsTheSignInAtOnceAndNotWithinSeconds() {
        TestingUser user = newUser();
        String stolen = login(user, FIREFOX).path("refreshToken");
        String token = refresh(stolen).path("accessToken");
        statusIs(token, 200);

        refresh(stolen).then().statusCode(401);

        statusIs(token, 401);
    }

    @Test
    void nobodyEndsTheSignInOfAnother() {
        TestingUser victim = newUser();
        login(victim, FIREFOX).then().statusCode(200);
        String session = otherSession(victim);

        as(newUser()).delete("/auth/sessions/" + session).then().statusCode(404);

        as(victim).get("/auth/sessions").then().body("items", hasSize(2));
    }

    @Test
    void aPersonalTokenNeitherSeesNorEndsSignIns() {
        TestingUser user = newUser();
        String token =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("name", "a", "scopes", List.of("read", "write")))
                        .post("/auth/tokens")
                        .path("token");
        TestingUser program = new TestingUser(user.username(), user.password(), token);

        as(program).get("/auth/sessions").then().statusCode(403);
        as(program).delete("/auth/sessions").then().statusCode(403);
    }

    private static void statusIs(String accessToken, int status) {
        assertThat(statusOf(accessToken)).isEqualTo(status);
    }
}
