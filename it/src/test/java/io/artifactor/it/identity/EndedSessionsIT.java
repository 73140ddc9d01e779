package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Administrators end the sign-ins of others. */
class EndedSessionsIT extends ServerTest {

    private static final String LONG_AGO = "1990-01-01T00:00:00Z";
    private static final String LATER = "1991-01-01T00:00:00Z";

    private static Response login(TestingUser user) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .post("/auth/login");
    }

    private static int statusOf(String token) {
        return anonymous().header("Authorization", "Bearer " + token).get("/auth/me").statusCode();
    }

    private static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    private static void signedInLongAgo(TestingUser user) throws SQLException {
        Rows.execute(
                "update refresh_token set started_at = ?::timestamptz where user_id ="
                        + " (select id from app_user where username = ?)",
                LONG_AGO,
                user.username());
    }

    @Test
    void allOfAUserAreOverAtOnceAndTheyMaySignInAgain() {
        TestingUser admin = administrator();
        TestingUser user = newUser();
        String program = lasting(user).token();
        Response other = login(user);
        String id = idOf(user);
        assertThat(statusOf(other.path("accessToken"))).isEqualTo(200);

        as(admin).delete("/users/" + id + "/sessions").then().statusCode(204);

        assertThat(statusOf(user.token())).isEqualTo(401);
        assertThat(statusOf(other.path("accessToken"))).isEqualTo(401);
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", other.path("refreshToken")))
                .post("/auth/refresh")
                .then()
                .statusCode(401);
        assertThat(statusOf(program)).isEqualTo(200);
        login(user).then().statusCode(200);
        as(admin)
                .queryParam("subject", "user:" + id)
                .get("/audit")
                .then()
                .body("items.find { it.action == 'sessions-ended' }.actor", equalTo("admin"));
    }

    @Test
    void thoseOfNobodyCannotBeEnded() {
        as(administrator())
                .delete("/users/" + UUID.randomUUID() + "/sessions")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAdministratorsEndThoseOfOthers() {
        TestingUser user = newUser();
        TestingUser auditor = newUser(Set.of("auditor"));

        for (TestingUser caller : Set.of(user, auditor)) {
            as(caller).delete("/users/" + idOf(user) + "/sessions").then().statusCode(403);
            as(caller)
                    .queryParam("startedBefore", LATER)
                    .delete("/admin/sessions")
                    .then()
                    .statusCode(403);
        }
        assertThat(statusOf(user.token())).isEqualTo(200);
    }

    @Test
    void thoseOfEverybodyThatBeganBeforeAreOverAndOthersGoOn() throws SQLException {
        TestingUser admin = administrator();
        TestingUser before = newUser();
        TestingUser since = newUser();
        signedInLongAgo(before);
        assertThat(statusOf(before.token())).isEqualTo(200);

        as(admin)
                .queryParam("startedBefore", LATER)
                .delete("/admin/sessions")
                .then()
                .statusCode(200)
                .body("users", greaterThanOrEqualTo(1));

        assertThat(statusOf(before.token())).isEqualTo(401);
        assertThat(statusOf(since.token())).isEqualTo(200);
        assertThat(statusOf(admin.token())).isEqualTo(200);
        as(admin)
                .queryParam("action", "everybodys-sessions-ended")
                .get("/audit")
                .then()
                .body("items.detail.startedBefore", hasItem(LATER));
    }

    @Test
    void theAdministratorsOwnStaysUnlessTheySaySo() throws SQLException {
        TestingUser admin = newUser(Set.of("admin", "user"));
        String id = idOf(admin);
        String other = login(admin).path("accessToken");
        signedInLongAgo(admin);
        confirm(admin);

        as(admin)
                .queryParam("startedBefore", LATER)
                .delete("/admin/sessions")
                .then()
                .statusCode(200);
        assertThat(statusOf(admin.token())).isEqualTo(200);
        assertThat(statusOf(other)).isEqualTo(401);

        as(admin)
                .queryParams("startedBefore", LATER, "own", true)
                .delete("/admin/sessions")
                .then()
                .statusCode(200)
                .body("users", equalTo(1));
        assertThat(statusOf(admin.token())).isEqualTo(401);
        deactivate(id);
    }

    /** A sign-in so old is asked again. */
    private static void confirm(TestingUser user) {
        as(user).contentType(ContentType.JSON)
                .body(Map.of("password", user.password()))
                .post("/auth/confirmation")
                .then()
                .statusCode(200);
    }

    /** Others count administrators. */
    private static void deactivate(String id) {
        as(administrator()).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);
    }

    @Test
    void whichOnesHasToBeSaid() {
        as(administrator())
                .delete("/admin/sessions")
                .then()
                .statusCode(400)
                .body("errors.field", contains("startedBefore"));
    }
}
