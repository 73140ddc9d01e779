package io.artifactor.it.retention;

import static org.awaitility.Awaitility.await;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.workspace.Places;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of rules of age say again and again. */
abstract class Rules extends Places {

    static final Duration LONG = Duration.ofSeconds(90);

    final TestingUser owner = newUser();
    final String place = workspace(owner, "Old and new");

    /** A rule of a year that puts into the trash. */
    final Map<String, Object> says() {
        return new HashMap<>(
                Map.of("workspaceId", place, "name", "Old", "afterDays", 365, "action", "trash"));
    }

    final Map<String, Object> says(String name, Object value) {
        Map<String, Object> says = says();
        says.put(name, value);
        return says;
    }

    static String rule(TestingUser user, Map<String, ?> says) {
        return send(user, "/retention-rules", says).then().statusCode(201).extract().path("id");
    }

    static Response put(TestingUser user, String rule, Map<String, ?> says) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(says)
                .put("/retention-rules/{id}", rule);
    }

    static Response preview(TestingUser user, String rule) {
        return as(user).get("/retention-rules/{id}/preview", rule);
    }

    /** An artifact of that workspace that arrived two years ago. */
    static String old(TestingUser user, String workspace, String title) throws SQLException {
        String id = artifact(user, workspace, title);
        age(id);
        return id;
    }

    static void age(String artifact) throws SQLException {
        Rows.age(artifact, 730);
    }

    static Response run(TestingUser user, String rule) {
        return as(user).post("/retention-rules/{id}/run", rule);
    }

    /** Has the rule run, and gives the id of the run when it is over. */
    static String ran(TestingUser user, String rule) {
        String run = run(user, rule).then().statusCode(202).extract().path("id");
        awaitState(user, run, "succeeded");
        return run;
    }

    static void awaitState(TestingUser user, String run, String state) {
        await().atMost(LONG)
                .until(() -> as(user).get("/operations/{id}", run).path("state").equals(state));
    }

    static List<String> outcomes(TestingUser user, String run, String outcome) {
        return as(user).queryParam("size", 200)
                .get("/retention-runs/{id}/items", run)
                .jsonPath()
                .getList("items.findAll { it.outcome == '" + outcome + "' }.artifactId");
    }

    static int status(TestingUser user, String artifact) {
        return as(user).get("/artifacts/{id}", artifact).statusCode();
    }

    static void hold(String kind, String id) {
        send(
                        administrator(),
                        "/holds",
                        Map.of("name", "Case", "reason", "R", "on", Map.of("kind", kind, "id", id)))
                .then()
                .statusCode(201);
    }
}
