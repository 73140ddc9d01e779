package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing tells of what others keep private: no list, no count, no trash, no search. */
class HiddenIT extends Readers {

    @Test
    void countsDoNotTellOfWhatIsPrivate() {
        String folder = addFolder(writer, place, "Drawer").then().extract().path("id");
        String artifact =
                send(
                                writer,
                                "/artifacts",
                                Map.of(
                                        "title",
                                        "Counted",
                                        "content",
                                        "of it",
                                        "workspaceId",
                                        place,
                                        "folderId",
                                        folder,
                                        "tags",
                                        List.of("hush"),
                                        "visibility",
                                        "private"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        assertThat(count(writer, "/folders", "artifactCount")).isEqualTo(1);
        assertThat(count(colleague, "/folders", "artifactCount")).isZero();
        assertThat(count(writer, "/tags", "artifactCount")).isEqualTo(1);
        assertThat(count(colleague, "/tags", "artifactCount")).isZero();
        assertThat(status(colleague, artifact)).isEqualTo(404);
    }

    @Test
    void whoDeletesAFolderDoesNotDeleteWhatOthersKeepPrivateThere() {
        String folder = addFolder(writer, place, "Drawer").then().extract().path("id");
        Map<String, Object> draft =
                Map.of("title", "In it", "content", "x", "workspaceId", place, "folderId", folder);
        String kept = send(writer, "/artifacts", draft).then().extract().path("id");
        set(writer, kept, "private").then().statusCode(200);
        String gone = send(writer, "/artifacts", draft).then().extract().path("id");

        as(colleague)
                .header("If-Match", "*")
                .queryParam("contents", "trash")
                .delete("/folders/{id}", folder)
                .then()
                .statusCode(204);

        assertThat(status(writer, kept)).isEqualTo(200);
        assertThat(as(writer).get("/artifacts/{id}", kept).<String>path("folderId")).isNull();
        assertThat(status(writer, gone)).isEqualTo(404);
    }

    @Test
    void theTrashHidesWhatWasPrivateAndGivesNobodyWhatWasPublic() {
        String hidden = artifact(writer, place, "Hidden");
        String open = artifact(writer, place, "Open");
        set(writer, hidden, "private").then().statusCode(200);
        set(writer, open, "public").then().statusCode(200);
        for (String artifact : List.of(hidden, open)) {
            as(writer)
                    .header("If-Match", "*")
                    .delete("/artifacts/{id}", artifact)
                    .then()
                    .statusCode(204);
        }

        assertThat(inTrash(writer)).containsExactlyInAnyOrder(hidden, open);
        assertThat(inTrash(founder)).containsExactlyInAnyOrder(hidden, open);
        assertThat(inTrash(colleague)).containsExactly(open);
        assertThat(inTrash(newUser())).isEmpty();
        as(colleague)
                .header("If-Match", "*")
                .post("/trash/{id}/restore", hidden)
                .then()
                .statusCode(404);
    }

    @Test
    void theSameUploadByAnotherDoesNotBringBackWhatWasPrivate() {
        String bytes = "bytes of " + place;
        String first = upload(writer, bytes, "private").then().statusCode(201).extract().path("id");
        as(writer).header("If-Match", "*").delete("/artifacts/{id}", first);

        String second = upload(colleague, bytes, "shared").then().extract().path("id");

        assertThat(second).isNotEqualTo(first);
        assertThat(upload(writer, bytes, "shared").<String>path("id")).isEqualTo(first);
    }

    @Test
    void activityDoesNotTellOfWhatIsPrivate() {
        String artifact = artifact(writer, place, "Deed");
        await().atMost(REMEMBERED)
                .untilAsserted(() -> assertThat(activities(colleague)).contains(artifact));

        set(writer, artifact, "private").then().statusCode(200);

        assertThat(activities(colleague)).doesNotContain(artifact);
        assertThat(activities(writer)).contains(artifact);
        assertThat(activities(founder)).contains(artifact);
    }

    @Test
    void aShareLinkOfSomebodyWhoMayNotReadItAnyMoreIsClosed() {
        String artifact = artifact(writer, place, "Linked");
        String token =
                send(
                                colleague,
                                "/artifacts/" + artifact + "/share-links",
                                Map.of("name", "For a guest"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("secret");
        assertThat(guest(token)).isEqualTo(200);

        set(writer, artifact, "private").then().statusCode(200);

        assertThat(guest(token)).isEqualTo(404);
    }

    @Test
    void aListShowsOnlyWhatIsReadThatWay() {
        String artifact = artifact(writer, place, "One of two");
        artifact(writer, place, "The other");
        set(writer, artifact, "private").then().statusCode(200);

        assertThat(ids(writer, "/artifacts?visibility=private")).containsExactly(artifact);
        assertThat(as(writer).get("/artifacts?visibility=some").statusCode()).isEqualTo(400);
        Response one = as(writer).get("/artifacts/{id}", artifact);
        assertThat(one.<String>path("visibility")).isEqualTo("private");
    }

    @Test
    void aSearchFindsWhatTheReaderReadsNow() {
        String word = "w" + place.replace("-", "").substring(12);
        String artifact = artifact(writer, place, word);
        await().atMost(INDEXED)
                .untilAsserted(() -> assertThat(found(colleague, word)).containsExactly(artifact));

        set(writer, artifact, "private").then().statusCode(200);
        assertThat(found(colleague, word)).isEmpty();
        set(writer, artifact, "public").then().statusCode(200);

        TestingUser stranger = newUser();
        await().atMost(INDEXED)
                .untilAsserted(() -> assertThat(found(stranger, word)).containsExactly(artifact));
    }

    @Test
    void whoImportsTheSameGetsTheirOwnAndIsNotToldOfTheOther() {
        bring(writer);
        String kept = ids(writer, "/artifacts").getFirst();
        set(writer, kept, "private").then().statusCode(200);

        bring(colleague);

        List<String> own = ids(colleague, "/artifacts");
        assertThat(own).hasSize(1).doesNotContain(kept);
        bring(colleague);
        assertThat(ids(colleague, "/artifacts")).isEqualTo(own);
        set(writer, kept, "shared").then().statusCode(200);
        bring(writer);
        assertThat(ids(writer, "/artifacts")).hasSize(2);
    }

    @Test
    void bothMayBePurgedAtOnceAndNeitherComesBack() {
        bring(writer);
        set(writer, ids(writer, "/artifacts").getFirst(), "private").then().statusCode(200);
        bring(colleague);
        for (String artifact : ids(founder, "/artifacts")) {
            as(founder)
                    .header("If-Match", "*")
                    .delete("/artifacts/{id}", artifact)
                    .then()
                    .statusCode(204);
        }
        assertThat(inTrash(founder)).hasSize(2);

        as(founder).delete("/trash").then().statusCode(202);
        as(administrator()).post("/admin/purge").then().statusCode(200);

        await().atMost(INDEXED)
                .until(() ->
                        Rows.count(
                                        "select count(*) from artifact where workspace_id = ?",
                                        UUID.fromString(place))
                                == 0);
        bring(writer);
        bring(colleague);
        assertThat(ids(founder, "/artifacts")).isEmpty();
    }

    private void bring(TestingUser user) {
        String run =
                as(user).contentType(ContentType.BINARY)
                        .queryParams(
                                Map.of("fileName", "notes.md", "workspaceId", place, "start", true))
                        .body("Notes of several lines".getBytes(StandardCharsets.UTF_8))
                        .post("/imports")
                        .then()
                        .extract()
                        .path("id");
        await().atMost(INDEXED)
                .until(() -> "completed".equals(as(user).get("/imports/{id}", run).path("state")));
    }

    @Test
    void duplicatesAreThoseTheReaderReads() {
        artifact(writer, place, "Twice");
        String second = artifact(writer, place, "Twice");
        assertThat(as(colleague).get("/artifacts/duplicates").<List<?>>path("items")).hasSize(1);

        set(writer, second, "private").then().statusCode(200);

        assertThat(as(colleague).get("/artifacts/duplicates").<List<?>>path("items")).isEmpty();
        assertThat(as(writer).get("/artifacts/duplicates").<List<?>>path("items")).hasSize(1);
    }
}
