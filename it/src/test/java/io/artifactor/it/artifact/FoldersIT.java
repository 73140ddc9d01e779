package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersIT extends Shelves {

    private final TestingUser user = newUser();

    private Response tree() {
        return as(user).get("/folders");
    }

    @Test
    void theTreeShowsPathsAndCounts() {
        String a = folder(user, "Algorithms");
        String s = folder(user, "Sorting", a);
        added(user, "One", Map.of("folderId", a));
        added(user, "Two", Map.of("folderId", s));
        added(user, "Three", Map.of("folderId", s));
        added(user, "Top", Map.of());

        tree().then()
                .statusCode(200)
                .body("items.path", contains("Algorithms", "Algorithms/Sorting"))
                .body("items.id", contains(a, s))
                .body("items[1].parentId", equalTo(a))
                .body("items.artifactCount", contains(1, 2))
                .body("items.totalArtifactCount", contains(3, 2))
                .body("next", nullValue());
    }

    @Test
    void aNewFolderIsLedToAndTagged() {
        Response made = send(user, "/folders", Map.of("name", "  Mine "));

        made.then().statusCode(201).header("ETag", "\"0\"").body("name", equalTo("Mine"));
        assertThat(made.header("Location")).endsWith("/api/v1/folders/" + made.path("id"));
        as(user).get("/folders/" + made.path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("$", not(hasKey("parentId")));
    }

    @Test
    void aNameIsThereOnceInAPlaceWhateverItsCase() {
        String a = folder(user, "Notes");

        send(user, "/folders", Map.of("name", "NOTES")).then().statusCode(409);
        String below = folder(user, "Notes", a);
        change(user, "/folders/" + below, "*", Map.of("parentId", "")).then().statusCode(409);
        change(user, "/folders/" + a, "*", Map.of("name", "notes"))
                .then()
                .statusCode(200)
                .body("name", equalTo("notes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/b", "..", ".", "a\u0000b", "a\nb", "\u202Eabc", "\uD800"})
    void aNameThatIsNoStepOfAPathIsRefusedByName(String name) {
        as(user).contentType(ContentType.JSON)
                .body("{\"name\":\"" + escaped(name) + "\"}")
                .post("/folders")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("name"));
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        return json.toString();
    }

    @Test
    void aNameTooLongOrAbsentIsRefused() {
        send(user, "/folders", Map.of("name", "x".repeat(256))).then().statusCode(400);
        send(user, "/folders", Map.of()).then().statusCode(400);
        folder(user, "x".repeat(255));
    }

    @Test
    void whatOnlyTheServerKnowsIsNotTakenFromABody() {
        for (String field : List.of("id", "trail", "revision", "ownerId", "nameKey", "createdAt")) {
            send(user, "/folders", Map.of("name", "N", field, "1")).then().statusCode(400);
        }
        String mine = folder(user, "Mine");
        for (String field : List.of("id", "trail", "workspaceId", "revision")) {
            change(user, "/folders/" + mine, "*", Map.of(field, ABSENT)).then().statusCode(400);
        }
    }

    @Test
    void aFolderMovesWithAllThatLiesBelow() {
        String a = folder(user, "A");
        String b = folder(user, "B");
        String deep = folder(user, "Deep", folder(user, "Middle", a));
        added(user, "Found", Map.of("folderId", deep));

        change(user, "/folders/" + a, "\"0\"", Map.of("parentId", b))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parentId", equalTo(b));

        tree().then().body("items.path", contains("B", "B/A", "B/A/Middle", "B/A/Middle/Deep"));
        assertThat(titles(user, Map.of("folder", b, "recursive", true))).containsExactly("Found");
        assertThat(titles(user, Map.of("folder", b))).isEmpty();
    }

    @Test
    void aFolderIsNeverBelowItself() {
        String a = folder(user, "A");
        String b = folder(user, "B", a);

        change(user, "/folders/" + a, "*", Map.of("parentId", a)).then().statusCode(409);
        change(user, "/folders/" + a, "*", Map.of("parentId", b)).then().statusCode(409);
    }

    @Test
    void ofTwoMovesAtOnceThatWouldMakeACircleOneIsRefused() throws Exception {
        for (int i = 0; i < 5; i++) {
            String a = folder(user, "A" + i);
            String b = folder(user, "B" + i);
            List<Callable<Integer>> moves =
                    List.of(
                            () ->
                                    change(user, "/folders/" + a, "\"0\"", Map.of("parentId", b))
                                            .statusCode(),
                            () ->
                                    change(user, "/folders/" + b, "\"0\"", Map.of("parentId", a))
                                            .statusCode());

            assertThat(together(moves)).containsExactlyInAnyOrder(200, 409);
        }
        tree().then().body("items", hasSize(10));
    }

    @Test
    void ofTwoFoldersOfOneNameAtOnceOneIsMade() throws Exception {
        List<Callable<Integer>> makers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            makers.add(() -> send(user, "/folders", Map.of("name", "Same")).statusCode());
        }

        assertThat(together(makers)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void foldersLie32DeepAtMost() {
        String parent = "";
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            parent = folder(user, "F", parent);
            made.add(parent);
        }

        send(user, "/folders", Map.of("name", "F", "parentId", parent))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("parentId"));
        String two = folder(user, "Two");
        folder(user, "Below", two);
        change(user, "/folders/" + two, "*", Map.of("parentId", made.get(30)))
                .then()
                .statusCode(400);
        change(user, "/folders/" + two, "*", Map.of("parentId", made.get(29)))
                .then()
                .statusCode(200);
    }

    @Test
    void aWriterWhoHasNotSeenTheLatestStateIsShownIt() {
        String id = folder(user, "Old");
        change(user, "/folders/" + id, "\"0\"", Map.of("name", "New")).then().statusCode(200);

        change(user, "/folders/" + id, "\"0\"", Map.of("name", "Other"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("New"))
                .body("current.revision", equalTo(1));
        as(user).header("If-Match", "\"0\"").delete("/folders/" + id).then().statusCode(412);
        as(user).delete("/folders/" + id).then().statusCode(428);
    }

    @Test
    void aFullFolderIsDeletedOnlyIfSomebodySaysWhatBecomesOfIt() {
        String id = folder(user, "Full");
        added(user, "In it", Map.of("folderId", id));

        delete(user, "/folders/" + id).then().statusCode(409);
        delete(user, "/folders/" + id + "?contents=nothing").then().statusCode(400);
        delete(user, "/folders/" + folder(user, "Empty")).then().statusCode(204);
        assertThat(titles(user, Map.of("folder", id))).containsExactly("In it");
    }

    @Test
    void contentsCanComeUpToTheParent() {
        String top = folder(user, "Top");
        String id = folder(user, "Same", top);
        String below = folder(user, "Same", id);
        folder(user, "Leaf", below);
        String artifact = added(user, "In it", Map.of("folderId", id));

        delete(user, "/folders/" + id + "?contents=moveToParent").then().statusCode(204);

        tree().then().body("items.path", contains("Top", "Top/Same", "Top/Same/Leaf"));
        get(user, artifact).then().body("folderId", equalTo(top)).header("ETag", "\"2\"");
    }

    @Test
    void contentsDoNotComeUpOntoANamesake() {
        String id = folder(user, "Going");
        folder(user, "Twin", id);
        folder(user, "twin");

        delete(user, "/folders/" + id + "?contents=moveToParent").then().statusCode(409);

        tree().then().body("items", hasSize(3));
    }

    @Test
    void contentsCanBeDeletedToo() {
        String id = folder(user, "Going");
        String below = folder(user, "Below", id);
        String artifact = added(user, "Gone", Map.of("folderId", below));
        added(user, "Stays", Map.of());

        delete(user, "/folders/" + id + "?contents=trash").then().statusCode(204);

        tree().then().body("items", empty());
        get(user, artifact).then().statusCode(404);
        assertThat(titles(user, Map.of())).containsExactly("Stays");
    }

    @Test
    void anArtifactMovesBetweenFolders() {
        String a = folder(user, "A");
        String id = added(user, "Mine", Map.of());
        get(user, id).then().body("$", not(hasKey("folderId")));

        String tag = get(user, id).header("ETag");
        patch(user, id, tag, Map.of("folderId", a))
                .then()
                .statusCode(200)
                .body("folderId", equalTo(a));
        assertThat(titles(user, Map.of("folder", "root"))).isEmpty();
        patch(user, id, tag, Map.of("folderId", "")).then().statusCode(412);
        patch(user, id, "*", Map.of("folderId", "")).then().body("$", not(hasKey("folderId")));
        assertThat(titles(user, Map.of("folder", "root"))).containsExactly("Mine");
    }

    @Test
    void anUploadCanNameItsFolder() {
        String a = folder(user, "A");

        as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", "a.txt")
                .queryParam("folderId", a)
                .queryParam("tag", "x", "y")
                .body("text".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("folderId", equalTo(a))
                .body("tags", equalTo(List.of("x", "y")));
        as(user).multiPart(
                        "file", "b.txt", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart("folderId", a)
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("folderId", equalTo(a));
    }

    @ParameterizedTest
    @ValueSource(strings = {ABSENT, "7", "root", "a\u0000b"})
    void whatIsNoFolderIsRefusedByName(String id) {
        post(user, Map.of("title", "T", "folderId", id))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("folderId"));
    }

    @Test
    void strangersFindNoFolderOfMine() throws Exception {
        String mine = folder(user, "Mine");
        TestingUser stranger = newUser();
        String theirs = added(stranger, "Theirs", Map.of());
        String path = "/folders/" + mine;

        as(stranger).get(path).then().statusCode(404);
        change(stranger, path, "*", Map.of("name", "x")).then().statusCode(404);
        delete(stranger, path).then().statusCode(404);
        as(stranger).get("/folders?workspace=" + workspaceOf(user)).then().statusCode(404);
        send(stranger, "/folders", Map.of("name", "x", "workspaceId", workspaceOf(user)))
                .then()
                .statusCode(404);
        send(stranger, "/folders", Map.of("name", "x", "parentId", mine)).then().statusCode(400);
        patch(stranger, theirs, "*", Map.of("folderId", mine)).then().statusCode(400);
        list(stranger, Map.of("folder", mine)).then().statusCode(200).body("items", empty());

        invite(user, stranger, "viewer");
        as(stranger).get(path).then().statusCode(200);
        as(stranger)
                .get("/folders?workspace=" + workspaceOf(user))
                .then()
                .body("items.id", contains(mine));
        change(stranger, path, "*", Map.of("name", "x")).then().statusCode(403);
        delete(stranger, path).then().statusCode(403);
        send(stranger, "/folders", Map.of("name", "x", "workspaceId", workspaceOf(user)))
                .then()
                .statusCode(403);
        // A folder the caller may read, but not one of this artifact's workspace.
        patch(stranger, theirs, "*", Map.of("folderId", mine)).then().statusCode(400);
    }

    @Test
    void aTreeOf50FoldersCostsWhatOneOf2Does() {
        folder(user, "A");
        folder(user, "B");
        int few = statements(tree());
        int moved =
                statements(change(user, "/folders/" + folder(user, "M"), "*", Map.of("name", "N")));
        String parent = folder(user, "Parent");
        for (int i = 0; i < 50; i++) {
            added(user, "T" + i, Map.of("folderId", folder(user, "F" + i, parent)));
        }

        assertThat(statements(tree())).isEqualTo(few).isLessThanOrEqualTo(4);
        assertThat(statements(change(user, "/folders/" + parent, "*", Map.of("name", "O"))))
                .isEqualTo(moved);
        Response filtered = list(user, Map.of("folder", parent, "recursive", true, "size", 50));
        assertThat(filtered.<List<?>>path("items")).hasSize(50);
        assertThat(statements(filtered)).isLessThanOrEqualTo(2);
    }
}
