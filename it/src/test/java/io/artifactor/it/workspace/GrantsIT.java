package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantsIT extends Places {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final TestingUser owner = newUser();
    private final TestingUser guest = newUser();
    private final String place = workspace(owner, "Closed");
    private final String word = "quokka" + System.nanoTime();
    private final String artifact = artifact(owner, place, word);

    private static Response grant(TestingUser user, String artifact, Map<String, ?> body) {
        return send(user, "/artifacts/" + artifact + "/grants", body);
    }

    private Response grant(TestingUser to, String role) {
        return grant(owner, artifact, Map.of("username", to.username(), "role", role));
    }

    private static Response get(TestingUser user, String artifact) {
        return as(user).get("/artifacts/{id}", artifact);
    }

    private Response describe(TestingUser user, Map<String, ?> change) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(change)
                .patch("/artifacts/{id}", artifact);
    }

    private Response replace(TestingUser user, String content) {
        return as(user).contentType(ContentType.BINARY)
                .header("If-Match", "*")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", artifact);
    }

    private List<String> found(TestingUser user) {
        return as(user).queryParam("q", word).get("/search").jsonPath().getList("items.id");
    }

    @Test
    void whatIsGrantedIsReadEverywhereAtOnce() {
        get(guest, artifact).then().statusCode(404);

        grant(guest, "viewer")
                .then()
                .statusCode(200)
                .body("grantee", equalTo(guest.username()))
                .body("granteeKind", equalTo("user"));

        get(guest, artifact).then().statusCode(200);
        as(guest).get("/artifacts/{id}/content", artifact).then().statusCode(200);
        as(guest).get("/artifacts/{id}/versions", artifact).then().statusCode(200);
        as(guest)
                .queryParam("total", true)
                .get("/artifacts")
                .then()
                .body("items.id", contains(artifact))
                .body("total", equalTo(1));
        as(guest).get("/artifacts/recent").then().body("items.id", contains(artifact));
        await().atMost(AT_MOST).until(() -> found(guest).equals(List.of(artifact)));
    }

    @Test
    void whatIsTakenBackIsGoneEverywhereAtOnce() {
        grant(guest, "editor").then().statusCode(200);
        await().atMost(AT_MOST).until(() -> found(guest).equals(List.of(artifact)));

        as(owner)
                .delete("/artifacts/{id}/grants/user/{user}", artifact, idOf(guest))
                .then()
                .statusCode(204);

        get(guest, artifact).then().statusCode(404);
        assertThat(found(guest)).isEmpty();
        as(guest).get("/artifacts").then().body("items", empty());
        replace(guest, "too late").then().statusCode(404);
        as(owner)
                .delete("/artifacts/{id}/grants/user/{user}", artifact, idOf(guest))
                .then()
                .statusCode(404);
    }

    @Test
    void aViewerByGrantReadsAndAnEditorEditsAndNeitherDecides() {
        grant(guest, "viewer").then().statusCode(200);
        describe(guest, Map.of("title", "No")).then().statusCode(403);
        replace(guest, "no").then().statusCode(403);

        grant(guest, "editor").then().statusCode(200).body("role", equalTo("editor"));
        describe(guest, Map.of("title", "Yes")).then().statusCode(200);
        replace(guest, "yes").then().statusCode(200);
        describe(guest, Map.of("tags", List.of("mine"))).then().statusCode(403);
        describe(guest, Map.of("workspaceId", personalOf(guest))).then().statusCode(403);
        as(guest)
                .header("If-Match", "*")
                .delete("/artifacts/{id}", artifact)
                .then()
                .statusCode(403);
        grant(guest, artifact, Map.of("username", guest.username(), "role", "editor"))
                .then()
                .statusCode(403);
        as(guest).get("/artifacts/{id}/grants", artifact).then().statusCode(403);
        send(guest, "/artifacts/batch/delete", Map.of("ids", List.of(artifact)))
                .then()
                .body("items.outcome", contains("refused"));
    }

    @Test
    void aGrantEndsByItselfInListsAndInSearches() {
        Map<String, Object> body = new HashMap<>();
        body.put("username", guest.username());
        body.put("role", "editor");
        Instant end = Instant.now().plusSeconds(8);
        body.put("expiresAt", end.toString());
        grant(owner, artifact, body).then().statusCode(200);
        get(guest, artifact).then().statusCode(200);
        await().atMost(AT_MOST).until(() -> found(guest).equals(List.of(artifact)));

        await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(end));

        get(guest, artifact).then().statusCode(404);
        assertThat(found(guest)).isEmpty();
        replace(guest, "late").then().statusCode(404);
        as(owner).get("/artifacts/{id}/grants", artifact).then().body("items", empty());
    }

    @Test
    void anEndThatIsOverAndSomebodyWhoIsNotAreRefused() {
        String past = Instant.now().minusSeconds(1).toString();
        grant(
                        owner,
                        artifact,
                        Map.of("username", guest.username(), "role", "viewer", "expiresAt", past))
                .then()
                .statusCode(400);
        grant(owner, artifact, Map.of("username", "nobody-there", "role", "viewer"))
                .then()
                .statusCode(400);
        grant(owner, artifact, Map.of("username", guest.username(), "role", "owner"))
                .then()
                .statusCode(400);
        grant(owner, artifact, Map.of("role", "viewer")).then().statusCode(400);
        grant(owner, artifact, Map.of("workspaceId", place, "role", "viewer"))
                .then()
                .statusCode(400);
        grant(guest, artifact, Map.of("username", guest.username(), "role", "viewer"))
                .then()
                .statusCode(404);
    }

    @Test
    void aGrantToAWorkspaceIsForItsMembersAsLongAsTheyAreOnes() {
        String team = workspace(owner, "Team");
        join(owner, team, guest, "viewer");
        TestingUser stranger = newUser();

        grant(owner, artifact, Map.of("workspaceId", team, "role", "viewer"))
                .then()
                .statusCode(200)
                .body("grantee", equalTo("Team"));

        get(guest, artifact).then().statusCode(200).body("workspaceId", equalTo(place));
        get(stranger, artifact).then().statusCode(404);
        remove(owner, team, guest).then().statusCode(204);
        get(guest, artifact).then().statusCode(404);
        String foreign = workspace(stranger, "Foreign");
        grant(owner, artifact, Map.of("workspaceId", foreign, "role", "viewer"))
                .then()
                .statusCode(404);
    }

    @Test
    void whatElseIsInTheWorkspaceStaysHidden() throws Exception {
        artifact(owner, place, "Neighbour");
        UUID conversation = UUID.randomUUID();
        Rows.execute(
                """
                insert into conversation (id, workspace_id, source, source_id, title,
                    message_count, imported_at, changed_at)
                select ?, a.workspace_id, 'claude', cast(? as text), 'Secret talk', 0, now(), now()
                from artifact a where a.id = ?
                """,
                conversation,
                conversation.toString(),
                UUID.fromString(artifact));
        Rows.execute(
                "update artifact set conversation_id = ? where id = ?",
                conversation,
                UUID.fromString(artifact));
        get(owner, artifact).then().body("origin.conversationTitle", equalTo("Secret talk"));

        grant(guest, "editor").then().statusCode(200);

        assertThat(get(guest, artifact).asString()).doesNotContain("Secret talk");
        as(guest).get("/artifacts").then().body("items.id", contains(artifact));
        as(guest).queryParam("workspace", place).get("/folders").then().statusCode(404);
        as(guest).get("/conversations/{id}", conversation).then().statusCode(404);
        read(guest, place).then().statusCode(404);
    }

    @Test
    void aSearchDoesNotNameTheConversationToThem() throws Exception {
        UUID conversation = UUID.randomUUID();
        Rows.execute(
                """
                insert into conversation (id, workspace_id, source, source_id, title,
                    message_count, imported_at, changed_at)
                select ?, a.workspace_id, 'claude', cast(? as text), 'Secret talk', 0, now(), now()
                from artifact a where a.id = ?
                """,
                conversation,
                conversation.toString(),
                UUID.fromString(artifact));
        Rows.execute(
                "update artifact set conversation_id = ? where id = ?",
                conversation,
                UUID.fromString(artifact));
        grant(guest, "viewer").then().statusCode(200);
        describe(owner, Map.of("description", "made in a talk")).then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        as(owner)
                                .queryParam("q", word)
                                .get("/search")
                                .then()
                                .body("items.conversationId", contains(conversation.toString())));
        as(guest)
                .queryParam("q", word)
                .get("/search")
                .then()
                .body("items.id", contains(artifact))
                .body("items[0].conversationId", nullValue());
    }

    @Test
    void nobodyEditsInAnArchiveByGrantEither() {
        grant(guest, "editor").then().statusCode(200);
        change(owner, place, Map.of("archived", true)).then().statusCode(200);

        replace(guest, "no").then().statusCode(403);
        get(guest, artifact).then().statusCode(200);
        grant(newUser(), "viewer").then().statusCode(403);
    }

    @Test
    void whatLiesInTheTrashIsHiddenFromWhomItWasGrantedTo() {
        grant(guest, "viewer").then().statusCode(200);
        as(owner)
                .header("If-Match", "*")
                .delete("/artifacts/{id}", artifact)
                .then()
                .statusCode(204);

        get(guest, artifact).then().statusCode(404);
        as(guest).get("/trash").then().body("items", empty());
        as(guest).get("/trash/{id}", artifact).then().statusCode(404);
        send(guest, "/artifacts/batch/restore", Map.of("ids", List.of(artifact)))
                .then()
                .body("items.outcome", contains("notFound"));

        as(owner)
                .header("If-Match", "*")
                .post("/trash/{id}/restore", artifact)
                .then()
                .statusCode(200);
        get(guest, artifact).then().statusCode(200);
    }

    @Test
    void suggestionsNameWhatIsGranted() {
        artifact(owner, place, word + " hidden");
        grant(guest, "viewer").then().statusCode(200);

        as(guest)
                .queryParam("q", word.substring(0, 12))
                .get("/search/suggestions")
                .then()
                .body("items.id", contains(artifact));
        String last = artifact(owner, place, "Far behind " + word);
        grant(owner, last, Map.of("username", guest.username(), "role", "viewer"));
        await().atMost(AT_MOST)
                .untilAsserted(() ->
                        as(guest)
                                .queryParam("q", word)
                                .get("/search/suggestions")
                                .then()
                                .body("items.id", contains(artifact, last)));
    }

    @Test
    void duplicatesAreCountedOverWhatIsGranted() {
        String own = artifact(guest, personalOf(guest), word);
        artifact(owner, place, word);
        as(guest).get("/artifacts/duplicates").then().body("items", empty());

        grant(guest, "viewer").then().statusCode(200);

        as(guest)
                .queryParam("total", true)
                .get("/artifacts/duplicates")
                .then()
                .body("total", equalTo(1))
                .body("items[0].count", equalTo(2))
                .body("items[0].artifacts.id", containsInAnyOrder(own, artifact));
    }

    @Test
    void activityTellsOfWhatIsGrantedAndOfNothingElse() {
        artifact(owner, place, "Neighbour");
        as(guest).get("/activity").then().body("items", empty());
        grant(guest, "editor").then().statusCode(200);

        await().atMost(AT_MOST)
                .untilAsserted(() ->
                        as(guest)
                                .queryParam("total", true)
                                .get("/activity")
                                .then()
                                .body("items.subject.id", contains(artifact))
                                .body("items[0].count", equalTo(1))
                                .body("total", equalTo(1)));
        as(guest)
                .queryParam("artifact", artifact)
                .get("/activity")
                .then()
                .body("items.subject.title", contains(word));
        as(guest).queryParam("workspace", place).get("/activity").then().statusCode(404);
    }

    @Test
    void grantsLeaveLinesInTheAuditLog() throws Exception {
        grant(guest, "viewer").then().statusCode(200);
        grant(guest, "editor").then().statusCode(200);
        as(owner)
                .delete("/artifacts/{id}/grants/user/{user}", artifact, idOf(guest))
                .then()
                .statusCode(204);

        for (Map.Entry<String, Integer> expected :
                Map.of("artifact-granted", 2, "grant-withdrawn", 1).entrySet()) {
            assertThat(
                            Rows.count(
                                    "select count(*) from audit_entry where subject = ?"
                                            + " and action = ?",
                                    "artifact:" + artifact,
                                    expected.getKey()))
                    .isEqualTo(expected.getValue().longValue());
        }
    }

    @Test
    void grantsAreListedByName() {
        TestingUser other = newUser();
        grant(guest, "viewer").then().statusCode(200);
        grant(other, "editor").then().statusCode(200);
        grant(guest, "editor").then().statusCode(200);

        as(owner)
                .get("/artifacts/{id}/grants", artifact)
                .then()
                .statusCode(200)
                .body("items.grantee", containsInAnyOrder(guest.username(), other.username()))
                .body("items.role", contains("editor", "editor"));
    }
}
