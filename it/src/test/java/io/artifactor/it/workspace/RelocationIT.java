package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelocationIT extends Places {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final TestingUser owner = newUser();
    private final String from = workspace(owner, "From");
    private final String to = workspace(owner, "To");

    private static Response move(TestingUser user, String artifact, String workspace) {
        return move(user, artifact, Map.of("workspaceId", workspace));
    }

    private static Response move(TestingUser user, String artifact, Map<String, ?> change) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(change)
                .patch("/artifacts/{id}", artifact);
    }

    private static Response get(TestingUser user, String artifact) {
        return as(user).get("/artifacts/{id}", artifact);
    }

    private static List<String> found(TestingUser user, String text) {
        return as(user).queryParam("q", text).get("/search").jsonPath().getList("items.id");
    }

    @Test
    void whatIsAddedToAWorkspaceIsThereForItsMembers() {
        TestingUser viewer = member(owner, from, "viewer");
        TestingUser editor = member(owner, from, "editor");
        TestingUser stranger = newUser();

        String artifact = artifact(editor, from, "Shared");

        get(viewer, artifact).then().statusCode(200).body("workspaceId", equalTo(from));
        get(owner, artifact).then().statusCode(200);
        get(stranger, artifact).then().statusCode(404);
        as(viewer).get("/artifacts").then().body("items.id", contains(artifact));
        Map<String, Object> body = Map.of("title", "No", "content", "no", "workspaceId", from);
        send(viewer, "/artifacts", body).then().statusCode(403);
        send(stranger, "/artifacts", body).then().statusCode(404);
    }

    @Test
    void aMovedArtifactIsReadWhereItIsAndNotWhereItWas() {
        TestingUser there = member(owner, to, "viewer");
        TestingUser here = member(owner, from, "viewer");
        String word = "zephyr" + System.nanoTime();
        String artifact = artifact(owner, from, word);
        await().atMost(AT_MOST).until(() -> found(here, word).contains(artifact));

        move(owner, artifact, to).then().statusCode(200).body("workspaceId", equalTo(to));

        get(there, artifact).then().statusCode(200);
        get(here, artifact).then().statusCode(404);
        as(here).get("/artifacts/{id}/content", artifact).then().statusCode(404);
        assertThat(found(here, word)).isEmpty();
        await().atMost(AT_MOST).until(() -> found(there, word).contains(artifact));
        as(here).queryParam("total", true).get("/artifacts").then().body("total", equalTo(0));
    }

    @Test
    void itTakesAnEditorInBoth() {
        TestingUser mover = newUser();
        join(owner, from, mover, "viewer");
        String artifact = artifact(owner, from, "Stays");

        move(mover, artifact, to).then().statusCode(404);
        join(owner, to, mover, "editor");
        move(mover, artifact, to).then().statusCode(403);
        changeRole(owner, from, mover, "editor").then().statusCode(200);
        changeRole(owner, to, mover, "viewer").then().statusCode(200);
        move(mover, artifact, to).then().statusCode(403);
        get(owner, artifact).then().body("workspaceId", equalTo(from));
        changeRole(owner, to, mover, "editor").then().statusCode(200);
        move(mover, artifact, to).then().statusCode(200);
    }

    @Test
    void nothingGoesIntoAnArchiveOrOutOfIt() {
        String artifact = artifact(owner, from, "Stays");
        change(owner, to, Map.of("archived", true)).then().statusCode(200);
        move(owner, artifact, to).then().statusCode(403);
        change(owner, to, Map.of("archived", false)).then().statusCode(200);
        change(owner, from, Map.of("archived", true)).then().statusCode(200);
        move(owner, artifact, to).then().statusCode(403);
        get(owner, artifact).then().statusCode(200).body("workspaceId", equalTo(from));
    }

    @Test
    void tagsAndCategoryComeAlongByName() {
        String category = category(from, "Recipes");
        String same = category(to, "recipes");
        String folder = addFolder(owner, from, "Kitchen").path("id");
        artifact(owner, to, "There before");
        String artifact = artifact(owner, from, "Soup");
        move(
                        owner,
                        artifact,
                        Map.of(
                                "tags",
                                List.of("hot", "Salty"),
                                "categoryId",
                                category,
                                "folderId",
                                folder,
                                "properties",
                                Map.of("stars", 5)))
                .then()
                .statusCode(200);

        move(owner, artifact, to)
                .then()
                .statusCode(200)
                .body("tags", containsInAnyOrder("hot", "Salty"))
                .body("categoryId", equalTo(same))
                .body("folderId", nullValue())
                .body("properties.stars", equalTo(5));

        as(owner)
                .queryParam("workspace", to)
                .get("/tags")
                .then()
                .body("items.name", containsInAnyOrder("hot", "Salty"));
        move(owner, artifact, Map.of("workspaceId", from, "tags", List.of("cold")))
                .then()
                .body("tags", contains("cold"))
                .body("categoryId", equalTo(category));
    }

    private String category(String workspace, String name) {
        return send(
                        owner,
                        "/categories",
                        Map.of("name", name, "colour", "#336699", "workspaceId", workspace))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aFolderOfTheOldPlaceIsRefusedAndNothingMoves() {
        String folder = addFolder(owner, from, "Here").path("id");
        String artifact = artifact(owner, from, "Stays");

        move(owner, artifact, Map.of("workspaceId", to, "folderId", folder)).then().statusCode(400);

        get(owner, artifact).then().body("workspaceId", equalTo(from));
    }

    @Test
    void importingAgainDoesNotBringItBackToWhereItWas() throws Exception {
        String artifact = artifact(owner, from, "Imported");
        Rows.execute(
                "update artifact set source_key = 'claude:1' where id = ?",
                UUID.fromString(artifact));

        move(owner, artifact, to).then().statusCode(200);

        assertThat(
                        Rows.count(
                                "select count(*) from purged_source_key where workspace_id = ? and"
                                        + " source_key = 'claude:1'",
                                UUID.fromString(from)))
                .isEqualTo(1);
    }

    @Test
    void manyMoveAtOnceEachForItself() {
        TestingUser mover = newUser();
        join(owner, from, mover, "editor");
        join(owner, to, mover, "editor");
        String own = artifact(mover, personalOf(mover), "Own");
        String shared = artifact(owner, from, "Shared");
        String foreign = artifact(owner, personalOf(owner), "Foreign");
        String folder = addFolder(owner, to, "Arrivals").path("id");

        send(
                        mover,
                        "/artifacts/batch/move",
                        Map.of(
                                "ids",
                                List.of(own, shared, foreign),
                                "workspaceId",
                                to,
                                "folderId",
                                folder))
                .then()
                .statusCode(200)
                .body("items.outcome", contains("done", "done", "notFound"));

        for (String artifact : List.of(own, shared)) {
            get(owner, artifact)
                    .then()
                    .body("workspaceId", equalTo(to))
                    .body("folderId", equalTo(folder));
        }
        get(mover, foreign).then().statusCode(404);
    }

    @Test
    void textsNearlyAlikeFollowTheirArtifact() throws Exception {
        String artifact = artifact(owner, from, "Compared");
        String place = "select count(*) from near_text where artifact_id = ? and workspace_id = ?";
        UUID id = UUID.fromString(artifact);
        await().atMost(AT_MOST.multipliedBy(3))
                .until(() -> Rows.count(place, id, UUID.fromString(from)) == 1);

        move(owner, artifact, to).then().statusCode(200);

        await().atMost(AT_MOST.multipliedBy(3))
                .until(() -> Rows.count(place, id, UUID.fromString(to)) == 1);
    }
}
