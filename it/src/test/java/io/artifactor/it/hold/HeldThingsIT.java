package io.artifactor.it.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is under a legal hold stays, whatever way somebody tries to remove it. */
class HeldThingsIT extends Held {

    private final TestingUser user = newUser();
    private final String home = personalOf(user);
    private final String artifact = artifact(user, home, "Evidence");

    private static Response deleteAll(TestingUser user, List<String> ids) {
        return send(user, "/artifacts/batch/delete", Map.of("ids", ids));
    }

    private static Response trash(TestingUser user) {
        return as(user).get("/trash");
    }

    private void expire(String id) throws SQLException {
        Rows.execute("update artifact set purge_at = now() where id = ?", UUID.fromString(id));
    }

    @Test
    void aHeldArtifactIsNotDeletedUntilItIsReleased() {
        String hold = hold("artifact", artifact);

        Response answer = delete(user, "artifacts", artifact);

        refused(answer);
        answer.then().body("detail", not(containsString("Case 17")));
        as(user).get("/artifacts/{id}", artifact).then().statusCode(200);
        release(hold);
        delete(user, "artifacts", artifact).then().statusCode(204);
    }

    @Test
    void whoMayReadHoldsIsToldWhichItIs() {
        String own = artifact(admin, personalOf(admin), "Of the administrator");
        hold("artifact", own);

        delete(admin, "artifacts", own).then().body("detail", containsString("\"Case 17\""));
    }

    @Test
    void oneReleasedHoldOfTwoFreesNothing() {
        String first = hold("artifact", artifact);
        hold("workspace", home);

        release(first);

        refused(delete(user, "artifacts", artifact));
    }

    @Test
    void aHeldArtifactIsStillEdited() {
        hold("artifact", artifact);

        change(user, "artifacts", artifact, Map.of("title", "Renamed")).then().statusCode(200);
        as(user).contentType(ContentType.BINARY)
                .header("If-Match", "*")
                .body("more".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", artifact)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void ofManyOnlyTheHeldOnesAreRefused() {
        String free = artifact(user, home, "Free");
        hold("artifact", artifact);

        Response answer = deleteAll(user, List.of(artifact, free));

        answer.then()
                .statusCode(200)
                .body("items.outcome", contains("refused", "done"))
                .body("items[0].problem.code", equalTo("on-hold"));
        as(user).get("/artifacts/{id}", artifact).then().statusCode(200);
        as(user).get("/artifacts/{id}", free).then().statusCode(404);
    }

    @Test
    void manyAreAskedForInOneStatement() {
        List<String> few = new ArrayList<>();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            (i < 2 ? few : many).add(artifact(user, home, "A" + i));
        }
        String hold = hold("workspace", home);

        int ofFew = statements(deleteAll(user, few));
        int ofMany = statements(deleteAll(user, many));
        assertThat(ofMany).isEqualTo(ofFew);
        release(hold);
        deleteAll(user, many).then().body("items.findAll { it.outcome != 'done' }", empty());
    }

    private static int statements(Response answer) {
        return Integer.parseInt(answer.header("X-Sql-Statements"));
    }

    @Test
    void whatLiesInTheTrashIsKeptThereAndCanBeBroughtBack() throws SQLException {
        delete(user, "artifacts", artifact).then().statusCode(204);
        expire(artifact);
        hold("artifact", artifact);

        sweep().then().statusCode(200);

        trash(user).then().body("items.id", contains(artifact));
        refused(delete(user, "trash", artifact));
        as(user).delete("/trash").then().statusCode(202).body("artifacts", equalTo(0));
        trash(user).then().body("items.id", contains(artifact));
        as(user).header("If-Match", "*")
                .post("/trash/{id}/restore", artifact)
                .then()
                .statusCode(200);
        as(user).get("/artifacts/{id}/content", artifact)
                .then()
                .statusCode(200)
                .body(equalTo("of Evidence"));
    }

    @Test
    void theSweepSaysHowMuchIsKeptAndTakesItAfterTheRelease() throws SQLException {
        String other = artifact(user, home, "Free");
        delete(user, "artifacts", artifact).then().statusCode(204);
        delete(user, "artifacts", other).then().statusCode(204);
        expire(artifact);
        expire(other);
        String hold = hold("artifact", artifact);

        int kept = sweep().then().statusCode(200).extract().path("held");

        assertThat(kept).isPositive();
        trash(user).then().body("items.id", contains(artifact));
        release(hold);
        expire(artifact);
        sweep().then().statusCode(200);
        trash(user).then().body("items", empty());
        as(user).get("/trash/{id}", artifact).then().statusCode(404);
    }

    @Test
    void whatLiesInAHeldFolderOrBelowIsKept() {
        String top = folder(user, Map.of("name", "Top"));
        String below = folder(user, Map.of("name", "Below", "parentId", top));
        change(user, "artifacts", artifact, Map.of("folderId", below)).then().statusCode(200);
        hold("folder", top);
        String later =
                send(user, "/artifacts", Map.of("title", "L", "content", "l", "folderId", below))
                        .path("id");

        refused(delete(user, "artifacts", artifact));
        refused(delete(user, "artifacts", later));
        for (String contents : List.of("trash", "moveToParent", "refuse")) {
            refused(
                    as(user).header("If-Match", "*")
                            .queryParam("contents", contents)
                            .delete("/folders/{id}", top));
        }
        refused(
                as(user).header("If-Match", "*")
                        .queryParam("contents", "trash")
                        .delete("/folders/{id}", below));
        as(user).header("If-Match", "*")
                .queryParam("contents", "moveToParent")
                .delete("/folders/{id}", below)
                .then()
                .statusCode(204);
        refused(delete(user, "artifacts", artifact));
    }

    @Test
    void whatLeavesAHeldFolderStaysHeld() {
        String top = folder(user, Map.of("name", "Top"));
        String below = folder(user, Map.of("name", "Below", "parentId", top));
        String moved = artifact(user, home, "Moved with its folder");
        change(user, "artifacts", artifact, Map.of("folderId", top)).then().statusCode(200);
        change(user, "artifacts", moved, Map.of("folderId", below)).then().statusCode(200);
        String hold = hold("folder", top);

        change(user, "artifacts", artifact, Map.of("folderId", "")).then().statusCode(200);
        change(user, "folders", below, Map.of("parentId", "")).then().statusCode(200);

        refused(delete(user, "artifacts", artifact));
        refused(delete(user, "artifacts", moved));
        release(hold);
        delete(user, "artifacts", artifact).then().statusCode(204);
        delete(user, "artifacts", moved).then().statusCode(204);
    }

    @Test
    void whatLeavesAHeldWorkspaceStaysHeldAndTheWorkspaceToo() {
        String closed = workspace(user, "Closed");
        String left = artifact(user, closed, "Left");
        String hold = hold("workspace", closed);

        change(user, "artifacts", left, Map.of("workspaceId", home)).then().statusCode(200);

        refused(delete(user, "artifacts", left));
        refused(delete(user, "workspaces", closed));
        release(hold);
        delete(user, "artifacts", left).then().statusCode(204);
        delete(user, "workspaces", closed).then().statusCode(204);
    }

    @Test
    void aWorkspaceWithAHeldFolderStays() {
        String shared = workspace(user, "Shared");
        hold("folder", folder(user, Map.of("name", "F", "workspaceId", shared)));

        refused(delete(user, "workspaces", shared));
    }

    @Test
    void aHeldUserLosesNothingAnywhere() {
        String shared = workspace(newUser(), "Elsewhere");
        TestingUser other = newUser();
        String place = workspace(other, "Shared");
        join(other, place, user, "editor");
        String mine = artifact(user, place, "Mine");
        String theirs = artifact(other, place, "Theirs");
        hold("user", idOf(user));

        refused(delete(user, "artifacts", artifact));
        refused(delete(other, "artifacts", mine));
        delete(other, "artifacts", theirs).then().statusCode(204);
        assertThat(shared).isNotEqualTo(place);
    }

    private String conversation(String workspace) throws SQLException {
        String id = UUID.randomUUID().toString();
        Rows.execute(
                "insert into conversation (id, title, source, source_id, workspace_id,"
                        + " message_count, imported_at, changed_at)"
                        + " values (?, 'C', 'claude', 'held', ?, 0, now(), now())",
                UUID.fromString(id),
                UUID.fromString(workspace));
        return id;
    }

    @Test
    void conversationsOfAHeldWorkspaceStay() throws SQLException {
        String conversation = conversation(home);
        String hold = hold("workspace", home);

        refused(as(user).delete("/conversations/{id}", conversation));

        release(hold);
        as(user).delete("/conversations/{id}", conversation).then().statusCode(204);
    }

    @Test
    void theConversationAHeldArtifactCameFromStays() throws SQLException {
        String conversation = conversation(home);
        Rows.execute(
                "update artifact set conversation_id = ? where id = ?",
                UUID.fromString(conversation),
                UUID.fromString(artifact));
        Rows.tellIndexes(UUID.fromString(artifact));
        hold("artifact", artifact);

        refused(as(user).delete("/conversations/{id}", conversation));
    }

    @Test
    void theDatabaseRefusesWhatNobodyAskedFor() {
        hold("workspace", home);
        UUID id = UUID.fromString(artifact);

        for (String sql :
                List.of(
                        "delete from artifact where id = ?",
                        "delete from artifact_version where artifact_id = ?",
                        "update artifact_version set sha256 = repeat('0', 64)"
                                + " where artifact_id = ?",
                        "update artifact set deleted_at = now(), deleted_by = owner_id,"
                                + " purge_at = now() where id = ?")) {
            assertThatThrownBy(() -> Rows.execute(sql, id))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("AH001"));
        }
        assertThatThrownBy(() ->
                        Rows.execute("delete from workspace where id = ?", UUID.fromString(home)))
                .isInstanceOf(SQLException.class);
    }
}
