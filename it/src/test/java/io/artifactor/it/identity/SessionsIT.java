package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    /** The cookie of a browser that signed in so long ago and has asked for nothing since. */
    private static String quietBrowser(TestingUser user, String ago) throws SQLException {
        String cookie =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", user.username(), "password", user.password()))
                        .post("/auth/browser")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("artifactor");
        Rows.execute(
                "update refresh_token set created_at = created_at - ?::interval,"
                        + " started_at = started_at - ?::interval,"
                        + " expires_at = expires_at - ?::interval"
                        + " where id = (select id from refresh_token where user_id ="
                        + " (select id from app_user where username = ?) order by id desc limit 1)",
                ago,
                ago,
                ago,
                user.username());
        return cookie;
    }

    private static Response sessions(String cookie) {
        return anonymous().cookie("artifactor", cookie).get("/auth/sessions");
    }

    private static Duration left(Response sessions) {
        String end =
                sessions.then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.current }.expiresAt");
        return Duration.between(Instant.now(), Instant.parse(end));
    }

    @Test
    void signingInAgainEndsWhatTheBrowserHad() throws SQLException {
        TestingUser user = newUser();
        String before = quietBrowser(user, "1 minute");
        sessions(before).then().statusCode(200).body("items", hasSize(2));

        Map<String, String> wrong = Map.of("username", user.username(), "password", "not this");
        signInAgain(before, wrong).then().statusCode(401);
        sessions(before).then().statusCode(200);

        String now =
                signInAgain(
                                before,
                                Map.of("username", user.username(), "password", user.password()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("artifactor");
        sessions(before).then().statusCode(401);
        sessions(now).then().statusCode(200).body("items", hasSize(2));
    }

    private static Response signInAgain(String cookie, Map<String, String> account) {
        return anonymous()
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("artifactor", cookie)
                .contentType(ContentType.JSON)
                .body(account)
                .post("/auth/browser");
    }

    @Test
    void aBrowserThatAsksForNothingIsSignedOut() throws SQLException {
        assertThat(sessions(quietBrowser(newUser(), "61 minutes")).statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserThatIsUsedStaysSignedIn() throws SQLException {
        Response used = sessions(quietBrowser(newUser(), "50 minutes"));

        assertThat(left(used)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
        Instant lastUsed = Instant.parse(used.path("items.find { it.current }.lastUsedAt"));
        assertThat(lastUsed).isAfter(Instant.now().minus(Duration.ofMinutes(5)));
    }

    @Test
    void aBrowserIsSignedOutAfterTwelveHoursHoweverMuchItIsUsed() throws SQLException {
        TestingUser user = newUser();
        String cookie = quietBrowser(user, "690 minutes");
        Rows.execute(
                "update refresh_token set expires_at = now() + interval '5 minutes'"
                        + " where started_at < now() - interval '11 hours' and user_id ="
                        + " (select id from app_user where username = ?)",
                user.username());

        assertThat(left(sessions(cookie)))
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(30));
    }
}
