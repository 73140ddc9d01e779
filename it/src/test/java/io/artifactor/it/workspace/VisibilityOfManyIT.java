package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who reads many artifacts is changed at once, and decided for each of them. */
class VisibilityOfManyIT extends Readers {

    private static Response setAll(TestingUser user, List<String> artifacts, String visibility) {
        return send(
                user,
                "/artifacts/batch/visibility",
                Map.of("ids", artifacts, "visibility", visibility));
    }

    private List<String> some(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> artifact(writer, place, "Number " + i))
                .toList();
    }

    @Test
    void eachIsDecidedForItself() {
        String own = artifact(writer, place, "Own");
        String theirs = artifact(colleague, place, "Theirs");
        String foreign = artifact(founder, personalOf(founder), "Foreign");

        setAll(writer, List.of(own, theirs, foreign, own), "private")
                .then()
                .statusCode(200)
                .body("items.id", contains(own, theirs, foreign))
                .body("items.outcome", contains("done", "refused", "notFound"))
                .body("items[1].problem.code", equalTo("forbidden"))
                .body("counts.done", equalTo(1));

        assertThat(status(colleague, own)).isEqualTo(404);
        assertThat(status(writer, theirs)).isEqualTo(200);
        setAll(founder, List.of(own, theirs), "public").then().body("counts.done", equalTo(2));
        TestingUser stranger = newUser();
        assertThat(status(stranger, own)).isEqualTo(200);
        assertThat(status(stranger, theirs)).isEqualTo(200);
    }

    @Test
    void whatIsReadThatWayAlreadyStaysAsItIs() {
        String artifact = artifact(writer, place, "Unchanged");
        int revision = as(writer).get("/artifacts/{id}", artifact).path("revision");

        setAll(colleague, List.of(artifact), "shared")
                .then()
                .body("items.outcome", contains("done"));

        assertThat(as(writer).get("/artifacts/{id}", artifact).<Integer>path("revision"))
                .isEqualTo(revision);
    }

    @Test
    void eachChangeIsNotedWithBeforeAndAfter() throws SQLException {
        String first = artifact(writer, place, "Shared before");
        String second = artifact(writer, place, "Public before");
        set(writer, second, "public").then().statusCode(200);

        setAll(writer, List.of(first, second), "private").then().body("counts.done", equalTo(2));

        assertThat(noted(first, "shared")).isEqualTo(1);
        assertThat(noted(second, "public")).isEqualTo(1);
        await().atMost(REMEMBERED)
                .untilAsserted(() -> assertThat(deeds(writer)).contains("artifact.described"));
        assertThat(deeds(colleague)).doesNotContain("artifact.described");
    }

    private static long noted(String artifact, String from) throws SQLException {
        return Rows.count(
                "select count(*) from audit_entry where action = 'artifact-visibility-changed'"
                        + " and subject = ? and detail = jsonb_build_object('from', ?::text,"
                        + " 'to', 'private')",
                "artifact:" + artifact,
                from);
    }

    private List<String> deeds(TestingUser user) {
        return as(user).queryParam("workspace", place).get("/activity").path("items.type");
    }

    @Test
    void searchesFindWhatTheReaderReadsNow() {
        String word = "w" + place.replace("-", "").substring(12);
        String first = artifact(writer, place, word + " one");
        String second = artifact(writer, place, word + " two");
        await().atMost(INDEXED)
                .untilAsserted(() -> assertThat(found(colleague, word)).contains(first, second));

        setAll(writer, List.of(first, second), "private").then().statusCode(200);
        assertThat(found(colleague, word)).isEmpty();
        setAll(writer, List.of(first, second), "public").then().statusCode(200);

        TestingUser stranger = newUser();
        await().atMost(INDEXED)
                .untilAsserted(() ->
                        assertThat(found(stranger, word)).containsExactlyInAnyOrder(first, second));
    }

    /** One of them keeps its place, so that importing the same again adds to that one. */
    @Test
    void whatComesToBeReadTogetherKeepsOnePlaceInAnExport() throws SQLException {
        List<String> artifacts =
                List.of(artifact(writer, place, "Mine"), artifact(colleague, place, "Theirs"));
        setAll(founder, artifacts, "private").then().body("counts.done", equalTo(2));
        for (String artifact : artifacts) {
            Rows.execute(
                    "update artifact set source_key = 'claude:7' where id = ?",
                    UUID.fromString(artifact));
        }

        setAll(founder, artifacts, "shared").then().body("counts.done", equalTo(2));
        setAll(founder, artifacts, "public").then().body("counts.done", equalTo(2));

        assertThat(
                        Rows.count(
                                "select count(*) from artifact where workspace_id = ? and"
                                        + " source_key = 'claude:7'",
                                UUID.fromString(place)))
                .isEqualTo(1);
    }

    @Test
    void manyCostAsManyStatementsAsFew() {
        String few = setAll(writer, some(3), "private").header("X-Sql-Statements");
        String many = setAll(writer, some(30), "private").header("X-Sql-Statements");

        assertThat(many).isEqualTo(few);
    }

    @Test
    void badRequestsAreRefused() {
        String artifact = artifact(writer, place, "Asked about");
        setAll(writer, List.of(artifact), "secret")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("visibility"));
        setAll(writer, List.of(), "private").then().statusCode(400);
        send(writer, "/artifacts/batch/visibility", Map.of("ids", List.of(artifact)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("visibility"));
    }
}
