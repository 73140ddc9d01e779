package io.artifactor.it.workspace;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A workspace with two who write in it, and what tests of visibility say again and again. */
abstract class Readers extends Places {

    static final Duration REMEMBERED = Duration.ofSeconds(15);
    static final Duration INDEXED = Duration.ofSeconds(30);

    final TestingUser founder = newUser();
    final String place = workspace(founder, "Of readers");
    final TestingUser writer = member(founder, place, "editor");
    final TestingUser colleague = member(founder, place, "editor");

    /** Other tests count what a user reads. */
    @AfterEach
    void leaveNothingPublic() throws SQLException {
        Rows.leaveNothingPublic();
    }

    static Response set(TestingUser user, String artifact, String visibility) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("visibility", visibility))
                .patch("/artifacts/{id}", artifact);
    }

    static int describe(TestingUser user, String artifact) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("description", "by " + user.username()))
                .patch("/artifacts/{id}", artifact)
                .statusCode();
    }

    static void grant(TestingUser user, String artifact, TestingUser to, String role) {
        send(
                        user,
                        "/artifacts/" + artifact + "/grants",
                        Map.of("username", to.username(), "role", role))
                .then()
                .statusCode(200);
    }

    static int status(TestingUser user, String artifact) {
        return as(user).get("/artifacts/{id}", artifact).statusCode();
    }

    static List<String> titles(TestingUser user) {
        return as(user).get("/artifacts").path("items.title");
    }

    static List<String> ids(TestingUser user, String path) {
        return as(user).get(path).then().statusCode(200).extract().path("items.id");
    }

    final int count(TestingUser user, String path, String field) {
        return as(user).queryParam("workspace", place).get(path).path("items[0]." + field);
    }

    static List<String> inTrash(TestingUser user) {
        return ids(user, "/trash");
    }

    final Response upload(TestingUser user, String bytes, String visibility) {
        return as(user).contentType("application/octet-stream")
                .queryParams(
                        Map.of(
                                "fileName",
                                "same.txt",
                                "workspaceId",
                                place,
                                "visibility",
                                visibility))
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .post("/artifacts/upload");
    }

    final List<String> activities(TestingUser user) {
        return as(user).queryParam("workspace", place).get("/activity").path("items.subject.id");
    }

    static int guest(String token) {
        return anonymous().get("/share/{secret}", token).statusCode();
    }

    static List<String> reasons(TestingUser user, String artifact) {
        return as(user).get("/artifacts/{id}/access", artifact).path("items.reason");
    }

    static List<String> found(TestingUser user, String word) {
        return as(user).queryParam("q", word).get("/search").path("items.id");
    }
}
