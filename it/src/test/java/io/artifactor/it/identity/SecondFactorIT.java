package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One-time codes beside the password. */
class SecondFactorIT extends FactorTest {

    private final TestingUser user = newUser();

    private static Response state(TestingUser user) {
        return as(user).get("/auth/second-factor");
    }

    private static void refused(Response answer, String field) {
        answer.then().statusCode(400).body("errors.field", contains(field));
    }

    private static Map<String, String> proof(TestingUser user, String code) {
        return Map.of("password", user.password(), "code", code);
    }

    @Test
    void untilItsFirstCodeNobodyIsAskedForOne() {
        state(user)
                .then()
                .statusCode(200)
                .body("activeSince", nullValue())
                .body("recoveryCodesLeft", equalTo(0))
                .body("required", equalTo(false));
        refused(post(user, "", Map.of("password", "not the password")), "password");
        begin(user)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("uri", containsString("otpauth://totp/Artifactor:" + user.username()))
                .body("qr", containsString("<svg "));

        login(user, null).then().statusCode(200);
        state(user).then().body("activeSince", nullValue());
    }

    @Test
    void onceConfirmedThePasswordTakesACode() throws SQLException {
        String other = login(user, null).path("accessToken");
        Protected owner = protect(user);

        assertThat(me(other)).isEqualTo(401);
        assertThat(me(user.token())).isEqualTo(200);
        state(user)
                .then()
                .body("activeSince", notNullValue())
                .body("recoveryCodesLeft", equalTo(10));
        login(user, null)
                .then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("second-factor-required"))
                .body("accessToken", nullValue());
        login(user, "000000").then().statusCode(401).body("code", equalTo("second-factor-refused"));
        login(user.username(), "not the password", owner.phone().code())
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        login(user, owner.phone().code())
                .then()
                .statusCode(200)
                .body("accessToken", notNullValue());
        assertThat(
                        Rows.count(
                                "select count(*) from refresh_token where revoked_at is null"
                                        + " and user_id = "
                                        + OF_NAME,
                                user.username()))
                .isEqualTo(2);
    }

    @Test
    void aBrowserIsAskedInTheSameWay() throws SQLException {
        Protected owner = protect(user);
        Map<String, String> password =
                Map.of("username", user.username(), "password", user.password());

        anonymous()
                .contentType(ContentType.JSON)
                .body(password)
                .post("/auth/browser")
                .then()
                .statusCode(401)
                .body("code", equalTo("second-factor-required"));
        anonymous()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "username",
                                user.username(),
                                "password",
                                user.password(),
                                "code",
                                owner.phone().code()))
                .post("/auth/browser")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("HttpOnly"));
    }

    @Test
    void aCodeIsGoodOnce() throws SQLException {
        String secret = begin(user).path("secret");
        Authenticator phone = new Authenticator(secret);
        String code = phone.code();
        post(user, "/confirmation", Map.of("code", code)).then().statusCode(200);

        // That of the confirmation was used, too.
        login(user, code).then().statusCode(401).body("code", equalTo("second-factor-refused"));
        String next = phone.code(1);
        login(user, next).then().statusCode(200);
        login(user, next).then().statusCode(401).body("code", equalTo("second-factor-refused"));
    }

    @Test
    void oneCodeManyTimesAtOnceIsGoodOnce() throws Exception {
        String code = protect(user).phone().code();
        Callable<Integer> signIn = () -> login(user, code).statusCode();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : clients.invokeAll(Collections.nCopies(4, signIn))) {
                answers.add(each.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 401, 401, 401);
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws SQLException {
        Authenticator phone = protect(user).phone();
        // Where the step does not end before the server looks.
        await().atMost(Duration.ofSeconds(40)).until(() -> Authenticator.secondsLeft() > 8);

        login(user, phone.code(-2)).then().statusCode(401);
        login(user, phone.code(2)).then().statusCode(401);
        login(user, phone.code(-1)).then().statusCode(200);
        login(user, phone.code(1)).then().statusCode(200);
        // Of a step before one that was given.
        login(user, phone.code()).then().statusCode(401);
    }

    @Test
    void aRecoveryCodeStandsInOnce() throws SQLException {
        Protected owner = protect(user);
        String code = owner.recoveryCodes().getFirst();

        login(user, code.toUpperCase(Locale.ROOT).replace('-', ' ')).then().statusCode(200);
        login(user, code).then().statusCode(401).body("code", equalTo("second-factor-refused"));

        state(user).then().body("recoveryCodesLeft", equalTo(9));
        as(administrator())
                .queryParam("subject", "user:" + id(user))
                .get("/audit")
                .then()
                .body("items.action", hasItem("recovery-code-used"))
                .body("items.action", hasItem("second-factor-set-up"))
                .body("items.detail.reason", hasItem("wrong-code"));
    }

    @Test
    void nobodysRecoveryCodeIsAnothers() throws SQLException {
        protect(user);
        String code = protect(newUser()).recoveryCodes().getFirst();

        login(user, code).then().statusCode(401);
    }

    @Test
    void newRecoveryCodesReplaceTheOld() throws SQLException {
        Protected owner = protect(user);
        refused(post(user, "/recovery-codes", proof(user, "123456")), "code");

        List<String> codes =
                post(user, "/recovery-codes", proof(user, owner.phone().code()))
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("recoveryCodes");

        login(user, owner.recoveryCodes().getFirst()).then().statusCode(401);
        login(user, codes.getFirst()).then().statusCode(200);
    }

    @Test
    void removingItTakesPasswordAndCode() throws SQLException {
        Protected owner = protect(user);
        String code = owner.phone().code();
        refused(
                post(user, "/removal", Map.of("password", "not the password", "code", code)),
                "password");
        refused(post(user, "/removal", proof(user, "123456")), "code");

        post(user, "/removal", proof(user, code)).then().statusCode(204);

        login(user, null).then().statusCode(200);
        state(user).then().body("recoveryCodesLeft", equalTo(0));
        post(user, "/removal", proof(user, code)).then().statusCode(409);
        assertThat(protect(user).phone().code()).isNotEqualTo(code);
    }

    @Test
    void whatDoesNotFitTheStateIsRefused() throws SQLException {
        post(user, "/confirmation", Map.of("code", "123456")).then().statusCode(409);
        post(user, "/recovery-codes", proof(user, "123456")).then().statusCode(409);
        String first = begin(user).path("secret");
        String second = begin(user).path("secret");
        String code = new Authenticator(first).code();
        refused(post(user, "/confirmation", Map.of("code", code)), "code");
        post(user, "/confirmation", Map.of("code", new Authenticator(second).code()))
                .then()
                .statusCode(200);

        begin(user).then().statusCode(409);
    }

    @Test
    void whoTakesTooLongBeginsAnew() throws SQLException {
        String code = new Authenticator(begin(user).path("secret")).code();
        Rows.execute(
                "update second_factor set begun_at = now() - interval '2 hours' where user_id = "
                        + OF_NAME,
                user.username());

        post(user, "/confirmation", Map.of("code", code)).then().statusCode(409);
    }

    @Test
    void aPersonalTokenNeitherNeedsNorChangesIt() throws SQLException {
        TestingUser token = lasting(user);
        post(token, "", Map.of("password", user.password())).then().statusCode(403);
        protect(user);

        as(token).get("/artifacts").then().statusCode(200);
    }

    @Test
    void whoHasNoPasswordHereIsSentToTheirProvider() throws SQLException {
        Rows.execute(
                "update app_user set password_hash = null where username = ?", user.username());

        begin(user).then().statusCode(409).body("detail", containsString("provider"));
    }

    @Test
    void administratorsSeeWhoHasOneAndRemoveItForWhoLostTheirs() throws SQLException {
        protect(user);
        String account = "/users/" + id(user);
        TestingUser auditor = newUser(Set.of("auditor"));
        as(auditor).get(account).then().body("secondFactor", equalTo(true));
        as(auditor).delete(account + "/second-factor").then().statusCode(403);
        as(user).delete(account + "/second-factor").then().statusCode(403);

        as(administrator()).delete(account + "/second-factor").then().statusCode(204);

        as(administrator()).get(account).then().body("secondFactor", equalTo(false));
        assertThat(me(user.token())).isEqualTo(200);
        login(user, null).then().statusCode(200);
        as(administrator()).delete(account + "/second-factor").then().statusCode(404);
        as(administrator())
                .delete("/users/" + UUID.randomUUID() + "/second-factor")
                .then()
                .statusCode(404);
    }

    @Test
    void administratorsDoNotGetRidOfTheirOwnSoEasily() throws SQLException {
        TestingUser admin = newUser(Set.of("admin", "user"));
        protect(admin);

        as(admin).delete("/users/" + id(admin) + "/second-factor").then().statusCode(409);
    }

    @Test
    void listsSayWhoHasOneInAsManyStatementsForAsManyUsers() throws SQLException {
        protect(user);
        // Who asks is looked up the first time alone.
        statements(1);
        int one = statements(1);

        assertThat(statements(100)).isEqualTo(one);
    }

    private static int statements(int size) {
        return Integer.parseInt(
                as(administrator())
                        .get("/users?size=" + size)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("X-Sql-Statements"));
    }
}
