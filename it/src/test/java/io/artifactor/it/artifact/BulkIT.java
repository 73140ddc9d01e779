package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkIT extends Life {

    private final TestingUser user = newUser();

    private static Response bulk(TestingUser by, String action, Object body) {
        return as(by).contentType(ContentType.JSON).body(body).post("/artifacts/batch/" + action);
    }

    private static Response bulk(TestingUser by, String action, List<String> ids) {
        return bulk(by, action, Map.of("ids", ids));
    }

    private static Map<String, byte[]> unzipped(Response zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entries.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    @Test
    void eachArtifactIsDeletedAndRestoredForItself() {
        String one = add(user, "One", "1");
        String two = add(user, "Two", "2");
        String foreign = add(newUser(), "Foreign", "x");
        List<String> ids = List.of(one, ABSENT, two, foreign, one);

        bulk(user, "delete", ids)
                .then()
                .statusCode(200)
                .body("items.id", contains(one, ABSENT, two, foreign))
                .body("items.outcome", contains("done", "notFound", "done", "notFound"))
                .body("counts.done", equalTo(2))
                .body("counts.notFound", equalTo(2));
        list(user, Map.of()).then().body("items", empty());
        bulk(user, "delete", ids).then().body("counts.notFound", equalTo(4));
        bulk(user, "restore", ids).then().body("counts.done", equalTo(2));
        list(user, Map.of()).then().body("items", hasSize(2));
    }

    @Test
    void manyAreMovedTaggedAndCategorisedAtOnce() {
        String one = add(user, "One", "1");
        String two = add(user, "Two", "2");
        String foreign = add(newUser(), "Foreign", "x");
        List<String> ids = List.of(one, foreign, two);
        String folder =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("name", "Drafts"))
                        .post("/folders")
                        .path("id");
        String category = as(user).get("/categories").path("items[0].id");

        bulk(user, "move", Map.of("ids", ids, "folderId", folder))
                .then()
                .statusCode(200)
                .body("items.outcome", contains("done", "notFound", "done"));
        bulk(user, "categorise", Map.of("ids", ids, "categoryId", category))
                .then()
                .body("counts.done", equalTo(2));
        bulk(user, "tag", Map.of("ids", ids, "add", List.of("Draft", "old")))
                .then()
                .body("counts.done", equalTo(2));
        bulk(
                        user,
                        "tag",
                        Map.of(
                                "ids",
                                List.of(one),
                                "add",
                                List.of("new"),
                                "remove",
                                List.of("OLD")))
                .then()
                .body("counts.done", equalTo(1));
        get(user, one)
                .then()
                .body("folderId", equalTo(folder))
                .body("categoryId", equalTo(category))
                .body("tags", contains("Draft", "new"));
        get(user, two).then().body("tags", contains("Draft", "old"));
    }

    @Test
    void foldersAndCategoriesOfOthersAreRefusedItemByItem() {
        String mine = add(user, "Mine", "1");
        String theirs =
                as(newUser())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "Theirs"))
                        .post("/folders")
                        .path("id");

        bulk(user, "move", Map.of("ids", List.of(mine), "folderId", theirs))
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].problem.code", equalTo("invalid-input"));
        bulk(user, "categorise", Map.of("ids", List.of(mine), "categoryId", ABSENT))
                .then()
                .body("items[0].outcome", equalTo("refused"));
        bulk(user, "move", Map.of("ids", List.of(mine), "folderId", ""))
                .then()
                .body("items[0].outcome", equalTo("done"));
        bulk(user, "move", Map.of("ids", List.of(mine))).then().statusCode(400);
        bulk(user, "tag", Map.of("ids", List.of(mine))).then().statusCode(400);
        bulk(user, "tag", Map.of("ids", List.of(mine), "add", List.of("a\u0000b")))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("add[0]"));
    }

    @Test
    void aViewerIsRefusedItemByItem() throws SQLException {
        TestingUser viewer = newUser();
        String theirs = add(user, "Theirs", "1");
        String own = add(viewer, "Own", "2");
        invite(viewer, "viewer", theirs);

        bulk(viewer, "delete", List.of(theirs, own))
                .then()
                .statusCode(200)
                .body("items.outcome", contains("refused", "done"))
                .body("items[0].problem.code", equalTo("forbidden"));
        get(user, theirs).then().statusCode(200);
    }

    @Test
    void manyCostAsManyStatementsAsFew() {
        List<String> few = new ArrayList<>();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            (i < 3 ? few : many).add(add(user, "T" + i, "c" + i));
        }

        assertThat(statements(bulk(user, "delete", many)))
                .isEqualTo(statements(bulk(user, "delete", few)));
        assertThat(statements(bulk(user, "restore", many)))
                .isEqualTo(statements(bulk(user, "restore", few)));
        assertThat(statements(bulk(user, "tag", Map.of("ids", many, "add", List.of("a")))))
                .isEqualTo(statements(bulk(user, "tag", Map.of("ids", few, "add", List.of("a")))));
        assertThat(statements(bulk(user, "download", many)))
                .isEqualTo(statements(bulk(user, "download", few)));
    }

    @Test
    void theZipHoldsEverythingUnderSafeNamesAndSaysWhatItIs() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String name :
                List.of("a.txt", "A.txt", "con.txt", "x<y>:z?.md", "manifest.json", "..a")) {
            ids.add(add(user, Map.of("title", "T", "fileName", name, "content", "of " + name)));
        }
        String foreign = add(newUser(), "Secret", "secret");
        ids.add(foreign);

        Response zip = bulk(user, "download", ids);

        zip.then().statusCode(200).contentType("application/zip");
        Map<String, byte[]> entries = unzipped(zip);
        assertThat(entries.keySet())
                .containsExactly(
                        "a.txt",
                        "A (2).txt",
                        "_con.txt",
                        "x_y__z_.md",
                        "manifest (2).json",
                        "_a",
                        "manifest.json");
        assertThat(entries.get("A (2).txt")).asString().isEqualTo("of A.txt");
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.get("items")).hasSize(7);
        JsonNode first = manifest.get("items").get(0);
        assertThat(first.get("id").asText()).isEqualTo(ids.getFirst());
        assertThat(first.get("name").asText()).isEqualTo("a.txt");
        assertThat(first.get("sha256").asText())
                .isEqualTo(get(user, ids.getFirst()).path("sha256"));
        JsonNode last = manifest.get("items").get(6);
        assertThat(last.get("id").asText()).isEqualTo(foreign);
        assertThat(last.get("outcome").asText()).isEqualTo("notFound");
        assertThat(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
                .doesNotContain("Secret");
    }

    @Test
    void tooManyAreRefused() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            ids.add(new UUID(7, i).toString());
        }

        bulk(user, "download", ids).then().statusCode(400).body("errors.field", hasItem("ids"));
        bulk(user, "delete", ids.subList(0, 1_001)).then().statusCode(400);
        bulk(user, "delete", ids.subList(0, 1_000))
                .then()
                .statusCode(200)
                .body("counts.notFound", equalTo(1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"ids\":[]}",
                "{\"ids\":[null]}",
                "{\"ids\":[\"x\"]}",
                "{\"ids\":7}",
                "null",
                ""
            })
    void aBadBodyIsRefused(String body) {
        for (String action : List.of("delete", "restore", "download")) {
            bulk(user, action, body).then().statusCode(400);
        }
    }
}
