package io.artifactor.it.nodes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is changed on one server counts on the others: within a second where they share a Redis, and
 * within three without. With what is inherited, because the servers are started once for all.
 */
class NodesIT extends RedisOverNodes {

    /** Less than what is left of the three seconds: in time only if there was a message. */
    private static final Duration SHARED = Duration.ofSeconds(2);

    private void giveRoles(String node, TestingUser user, String... roles) {
        at(node, admin)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("roles", List.of(roles)))
                .patch("/users/" + idOf(user))
                .then()
                .statusCode(200);
    }

    private static Response upload(String node, TestingUser user, String fileName) {
        return at(node, user)
                .contentType(ContentType.BINARY)
                .queryParam("fileName", fileName)
                .body(new byte[] {1, 2, 3})
                .post("/artifacts/upload");
    }

    @Test
    void aDeactivatedUserIsOutOnAllServers() {
        TestingUser user = newUser();
        assertThat(me(nodes().second(), user)).isEqualTo(200);

        deactivate(nodes().first(), user);

        await().atMost(SHARED).until(() -> me(nodes().second(), user) == 401);
    }

    @Test
    void withoutMessagesADeactivatedUserIsOutInTheTimePromised() {
        TestingUser user = newUser();
        assertThat(me(nodes().first(), user)).isEqualTo(200);

        deactivate(RunningServer.stack().url(), user);

        await().atMost(PROMISED).until(() -> me(nodes().first(), user) == 401);
        await().atMost(PROMISED).until(() -> me(nodes().second(), user) == 401);
    }

    @Test
    void aRoleGivenAndTakenCountsOnAllServers() {
        TestingUser user = newUser();
        at(nodes().second(), user).get("/users").then().statusCode(403);

        giveRoles(nodes().first(), user, "user", "auditor");
        await().atMost(SHARED)
                .until(() -> at(nodes().second(), user).get("/users").statusCode() == 200);

        giveRoles(nodes().first(), user, "user");
        await().atMost(SHARED)
                .until(() -> at(nodes().second(), user).get("/users").statusCode() == 403);
    }

    @Test
    void aRevokedTokenIsOutOnAllServers() {
        TestingUser user = newUser();
        Response made =
                at(nodes().first(), user)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "script"))
                        .post("/auth/tokens");
        TestingUser script = new TestingUser(user.username(), user.password(), made.path("token"));
        assertThat(me(nodes().second(), script)).isEqualTo(200);

        at(nodes().first(), user).delete("/auth/tokens/" + made.path("id")).then().statusCode(204);

        await().atMost(SHARED).until(() -> me(nodes().second(), script) == 401);
    }

    @Test
    void aSignInThatEndedIsOverOnAllServers() {
        TestingUser user = newUser();
        assertThat(me(nodes().second(), user)).isEqualTo(200);

        at(nodes().first(), user).post("/auth/logout").then().statusCode(204);

        await().atMost(SHARED).until(() -> me(nodes().second(), user) == 401);
    }

    @Test
    void aMembershipNobodyToldOfIsSeenInTheTimePromised() throws SQLException {
        TestingUser owner = newUser();
        TestingUser guest = newUser();
        upload(nodes().first(), owner, "shared.txt").then().statusCode(201);
        at(nodes().second(), guest).get("/artifacts").then().body("items.size()", equalTo(0));

        Rows.execute(
                """
                insert into membership (workspace_id, user_id, role, since)
                select w.id, g.id, 'viewer', now()
                from workspace w join app_user o on o.id = w.owner_id, app_user g
                where w.personal and o.username = ? and g.username = ?
                """,
                owner.username(),
                guest.username());

        await().atMost(PROMISED)
                .until(() ->
                        at(nodes().second(), guest).get("/artifacts").<List<?>>path("items").size()
                                == 1);
    }

    @Test
    void aCategoryMadeRenamedAndDeletedCountsOnAllServers() {
        TestingUser user = newUser();
        upload(nodes().second(), user, "before.xyz").then().body("categoryId", equalTo(null));
        Response made =
                at(nodes().first(), user)
                        .contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "name",
                                        "Own",
                                        "colour",
                                        "#a1b2c3",
                                        "extensions",
                                        List.of("xyz")))
                        .post("/categories");
        String id = made.then().statusCode(201).extract().path("id");

        await().atMost(SHARED)
                .until(() -> id.equals(upload(nodes().second(), user, "a.xyz").path("categoryId")));
        at(nodes().first(), user)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Renamed"))
                .patch("/categories/" + id)
                .then()
                .statusCode(200);
        assertThat(at(nodes().second(), user).get("/categories").<List<String>>path("items.name"))
                .contains("Renamed");

        at(nodes().first(), user)
                .header("If-Match", "*")
                .delete("/categories/" + id)
                .then()
                .statusCode(204);
        // At once: no server may put anything into a category that is gone.
        upload(nodes().second(), user, "b.xyz")
                .then()
                .statusCode(201)
                .body("categoryId", equalTo(null));
    }

    @Test
    void oneServerTellsTheOtherWhatItFound() {
        TestingUser user = newUser();
        at(nodes().first(), user).get("/artifacts").then().statusCode(200);
        at(nodes().second(), user).get("/artifacts").then().statusCode(200);

        String metrics = given().baseUri(nodes().second()).get("/metrics").asString();

        assertThat(metrics.lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("artifactor_cache_lookups_total")
                                .contains("outcome=\"told\"", "region=\"sessions\"")
                                .doesNotEndWith(" 0.0"));
    }
}
