package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT extends ServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Response login(String username, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    private static Response login(TestingUser user) {
        return login(user.username(), user.password());
    }

    private static Response refresh(String token) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/auth/refresh");
    }

    private static ValidatableResponse me(String accessToken) {
        return anonymous().header("Authorization", "Bearer " + accessToken).get("/auth/me").then();
    }

    private static Response changePassword(TestingUser user, String current, String wanted) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("currentPassword", current, "newPassword", wanted))
                .post("/auth/password");
    }

    @Test
    void aPasswordGivesTokensThatSayWhoIsThere() {
        TestingUser user = newUser();

        Response answer = login(user);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900))
                .body("refreshToken", notNullValue())
                .body("passwordChangeRequired", equalTo(false));
        me(answer.path("accessToken"))
                .statusCode(200)
                .body("username", equalTo(user.username()))
                .body("roles", equalTo(List.of("user")))
                .body("personalWorkspaceId", notNullValue());
    }

    @Test
    void theNameIsTheSameInCapitals() {
        TestingUser user = newUser();

        login(user.username().toUpperCase(Locale.ROOT), user.password()).then().statusCode(200);
    }

    @Test
    void anUnknownUserAndAWrongPasswordGetTheSameAnswer() {
        TestingUser user = newUser();

        Response wrong = login(user.username(), "a wrong password");
        Response unknown = login("nobody-of-this-name", "a wrong password");

        wrong.then().statusCode(401).body("code", equalTo("unauthenticated"));
        unknown.then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \0 inside", "\u202e", "' or 1=1 --", "😀", "%00", "../../etc"})
    void aNaughtyNameOrPasswordIsSimplyWrong(String text) {
        login(text, text).then().statusCode(401);
        login("admin", text).then().statusCode(401);
    }

    @Test
    void aHugePasswordIsSimplyWrong() {
        login("admin", "a".repeat(1_000_000)).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic !!!!",
                "Basic YWI=",
                "Basic YTpi",
                "Basic",
                "Digest x",
                "Bearer",
                "x"
            })
    void anotherWayToSignInIsNoWay(String header) {
        anonymous()
                .header("Authorization", header)
                .get("/artifacts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void whoIsNotSignedInIsToldHow() {
        anonymous()
                .get("/auth/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", not(containsString("error")))
                .body("code", equalTo("unauthenticated"))
                .body("requestId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/me", "/users", "/no/such/path"})
    void aBadTokenIsRefusedOnEveryPath(String path) {
        anonymous()
                .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNobodyNeedBeSignedIn() {
        anonymous()
                .header("Authorization", "Bearer art_forged")
                .contentType(ContentType.JSON)
                .body(Map.of("username", "admin", "password", "x"))
                .post("/auth/login")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @Test
    void aRefreshTokenGivesTheNextOne() {
        String first = login(newUser()).path("refreshToken");

        Response second = refresh(first);

        second.then().statusCode(200).body("refreshToken", not(equalTo(first)));
        me(second.path("accessToken")).statusCode(200);
        refresh(second.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void theSecondUseOfARefreshTokenEndsTheSignInForThiefAndOwner() {
        String stolen = login(newUser()).path("refreshToken");
        Response owners = refresh(stolen);

        refresh(stolen).then().statusCode(401).body("code", equalTo("unauthenticated"));

        refresh(owners.path("refreshToken")).then().statusCode(401);
        String accessToken = owners.path("accessToken");
        await().atMost(SOON).untilAsserted(() -> me(accessToken).statusCode(401));
    }

    @Test
    void oneRefreshTokenUsedManyTimesAtOnceIsGoodOnce() throws Exception {
        String token = login(newUser()).path("refreshToken");
        Callable<Integer> use = () -> refresh(token).statusCode();
        List<Future<Integer>> uses;
        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            uses = clients.invokeAll(Collections.nCopies(6, use));
        }

        int good = 0;
        for (Future<Integer> answer : uses) {
            assertThat(answer.get()).isIn(200, 401);
            good += answer.get() == 200 ? 1 : 0;
        }
        assertThat(good).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "arr_", "\0", "art_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoRefreshTokenIsRefused(String text) {
        refresh(text).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"refreshToken\":5}", "{\"x\":1}"})
    void aBodyThatIsNoRequestIsRefused(String body) {
        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/auth/refresh")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-input"));
    }

    @Test
    void signingOutEndsBothTokensAtOnce() {
        Response signedIn = login(newUser());
        String accessToken = signedIn.path("accessToken");

        anonymous()
                .header("Authorization", "Bearer " + accessToken)
                .post("/auth/logout")
                .then()
                .statusCode(204);

        me(accessToken).statusCode(401);
        refresh(signedIn.path("refreshToken")).then().statusCode(401);
    }

    @Test
    void aRefreshTokenIsEnoughToSignOut() {
        Response signedIn = login(newUser());
        Map<String, String> body = Map.of("refreshToken", signedIn.path("refreshToken"));

        for (int i = 0; i < 2; i++) {
            anonymous()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/auth/logout")
                    .then()
                    .statusCode(204);
        }

        me(signedIn.path("accessToken")).statusCode(401);
    }

    @Test
    void signingOutLeavesOtherSignInsAlone() {
        TestingUser user = newUser();
        String other = login(user).path("accessToken");

        as(user).post("/auth/logout").then().statusCode(204);

        me(other).statusCode(200);
    }

    @Test
    void aNewPasswordReplacesTheOldAndEndsTheOtherSignIns() {
        TestingUser user = newUser();
        Response other = login(user);

        changePassword(user, user.password(), "an entirely new one").then().statusCode(204);

        me(user.token()).statusCode(200);
        me(other.path("accessToken")).statusCode(401);
        refresh(other.path("refreshToken")).then().statusCode(401);
        login(user).then().statusCode(401);
        login(user.username(), "an entirely new one").then().statusCode(200);
    }

    @Test
    void aWrongCurrentOrABadNewPasswordChangesNothing() {
        TestingUser user = newUser();
        String old = user.password();

        changePassword(user, "not the password", "an entirely new one")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("currentPassword"));
        for (String bad :
                List.of(
                        "short",
                        "a".repeat(129),
                        "with a nul \0 inside",
                        "Password2026!",
                        "I am " + user.username(),
                        old)) {
            changePassword(user, old, bad)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItems("newPassword"));
        }

        login(user).then().statusCode(200);
    }

    @Test
    void whoMustChangeTheirPasswordReachesNothingElse() {
        Response created =
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", "must-change-" + System.nanoTime()))
                        .post("/users");
        String username = created.path("username");
        String password = created.path("password");
        Response signedIn = login(username, password);
        signedIn.then().statusCode(200).body("passwordChangeRequired", equalTo(true));
        TestingUser user = new TestingUser(username, password, signedIn.path("accessToken"));

        as(user).get("/auth/me").then().statusCode(200);
        as(user).get("/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("password-change-required"));

        changePassword(user, password, "an entirely new one").then().statusCode(204);
        as(user).get("/users").then().statusCode(403).body("code", equalTo("forbidden"));
    }
}
