package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Passwords that somebody else gave, and nobody used. */
class InitialPasswordsIT extends ServerTest {

    private static Response login(String username, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    private static Response newcomer() {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("username", "newcomer-" + System.nanoTime()))
                .post("/users");
    }

    private static void givenAgo(String username, String ago) throws SQLException {
        Rows.execute(
                "update app_user set password_given_at = now() - ?::interval where username = ?",
                ago,
                username);
    }

    @Test
    void oneThatNobodyUsedForAWeekIsRefusedLikeAWrongOne() throws SQLException {
        Response made = newcomer();
        String username = made.path("username");
        String id = made.path("id");
        givenAgo(username, "7 days 1 minute");

        Response late = login(username, made.path("password"));
        Response wrong = login(username, "a wrong password");

        late.then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertThat(late.<String>path("detail")).isEqualTo(wrong.path("detail"));
        as(administrator())
                .queryParam("subject", "user:" + id)
                .get("/audit")
                .then()
                .body("items.detail.reason", hasItem("initial-password-over"));
    }

    @Test
    void anotherOneIsGoodForAWeekAgain() throws SQLException {
        Response made = newcomer();
        String username = made.path("username");
        givenAgo(username, "30 days");

        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("password", "given once more to her"))
                .patch("/users/" + made.path("id"))
                .then()
                .statusCode(200);

        login(username, "given once more to her").then().statusCode(200);
    }

    @Test
    void oneIsGoodForAWeek() throws SQLException {
        Response made = newcomer();
        givenAgo(made.path("username"), "6 days 23 hours");

        login(made.path("username"), made.path("password"))
                .then()
                .statusCode(200)
                .body("passwordChangeRequired", equalTo(true));
    }

    @Test
    void oneOfOnesOwnDoesNotAge() throws SQLException {
        Response made = newcomer();
        String username = made.path("username");
        String first = made.path("password");
        TestingUser user =
                new TestingUser(username, first, login(username, first).path("accessToken"));
        as(user).contentType(ContentType.JSON)
                .body(Map.of("currentPassword", first, "newPassword", "a password of her own"))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertThat(
                        Rows.count(
                                "select count(*) from app_user where password_given_at is null"
                                        + " and username = ?",
                                username))
                .isEqualTo(1);
    }

    @Test
    void thatOfTheOnlyAdministratorStaysGood() throws SQLException {
        TestingUser other = newUser(Set.of("admin", "user"));
        givenAgo(RunningServer.ADMIN, "30 days");
        try {
            login(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD).then().statusCode(401);

            Rows.execute(
                    "create table administrators_before as select id from app_user where active"
                            + " and username <> 'admin' and id in"
                            + " (select user_id from user_role where role = 'admin');"
                            + "update app_user set active = false where id in"
                            + " (select id from administrators_before)");
            login(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD).then().statusCode(200);
        } finally {
            Rows.execute(
                    "create table if not exists administrators_before (id uuid);"
                            + "update app_user set active = true where id in"
                            + " (select id from administrators_before);"
                            + "drop table administrators_before;"
                            + "update app_user set password_given_at = null"
                            + " where username = 'admin'");
        }
        // Others count administrators.
        as(administrator())
                .header("If-Match", "*")
                .delete("/users/" + as(other).get("/auth/me").path("id"))
                .then()
                .statusCode(204);
    }
}
