package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesIT extends Shelves {

    private final TestingUser user = newUser();

    private String builtIn(String name) {
        return as(user).get("/categories")
                .path("items.find { it.name == '%s' }.id".formatted(name));
    }

    private String custom(String name, List<String> extensions, List<String> patterns) {
        return send(
                        user,
                        "/categories",
                        Map.of(
                                "name", name,
                                "colour", "#A1B2C3",
                                "extensions", extensions,
                                "patterns", patterns))
                .then()
                .statusCode(201)
                .body("colour", equalTo("#a1b2c3"))
                .body("builtIn", equalTo(false))
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @CsvSource({
        "main.py, Code",
        "MAIN.PY, Code",
        "notes.md, Documents",
        "page.html, Web pages",
        "table.csv, Spreadsheets",
        "archive.tar.gz, Archives",
        "flow.mermaid, Diagrams",
    })
    void aNewArtifactComesIntoTheCategoryOfItsFileName(String fileName, String category) {
        String id = added(user, "T", Map.of("fileName", fileName));

        get(user, id).then().body("categoryId", equalTo(builtIn(category)));
    }

    @Test
    void aFileNameThatTellsNothingIsInNoCategory() {
        get(user, added(user, "T", Map.of("fileName", "py")))
                .then()
                .body("$", not(hasKey("categoryId")));
        get(user, added(user, "T", Map.of("fileName", "x.unheardof")))
                .then()
                .body("$", not(hasKey("categoryId")));
    }

    @Test
    void customCategoriesGoBeforeThoseBuiltIn() {
        String recipes =
                custom("Recipes", List.of(".Recipe", "tar.gz"), List.of("receta-*.md", "?.py"));

        for (String name : List.of("a.recipe", "a.tar.gz", "Receta-1.md", "x.py")) {
            get(user, added(user, name, Map.of("fileName", name)))
                    .then()
                    .body("categoryId", equalTo(recipes));
        }
        for (String name : List.of("a.gz", "receta.md", "xx.py")) {
            get(user, added(user, name, Map.of("fileName", name)))
                    .then()
                    .body("categoryId", not(equalTo(recipes)));
        }
        assertThat(titles(user, Map.of("category", recipes))).hasSize(4);
        as(user).get("/categories")
                .then()
                .body("items.find { it.name == 'Recipes' }.artifactCount", equalTo(4))
                .body("items.name", hasItems("Code", "Recipes", "Images"));
    }

    @Test
    void importedArtifactsComeIntoCategoriesToo() {
        String run =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "tool.py")
                        .queryParam("start", true)
                        .body("print('imported')\n".getBytes(StandardCharsets.UTF_8))
                        .post("/imports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> as(user).get("/imports/" + run).path("state").equals("completed"));

        list(user, Map.of("category", builtIn("Code")))
                .then()
                .body("items.fileName", hasItem("tool.py"));
    }

    @Test
    void anArtifactChangesItsCategoryOrHasNone() {
        String id = added(user, "T", Map.of("fileName", "a.py"));
        String data = builtIn("Data");

        patch(user, id, "*", Map.of("categoryId", data)).then().body("categoryId", equalTo(data));
        patch(user, id, "*", Map.of("categoryId", "")).then().body("$", not(hasKey("categoryId")));
        patch(user, id, "*", Map.of("categoryId", ABSENT))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("categoryId"));
    }

    @Test
    void whatIsBuiltInStaysAsItIs() {
        String path = "/categories/" + builtIn("Code");

        as(user).get(path).then().statusCode(200).body("builtIn", equalTo(true));
        change(user, path, "*", Map.of("name", "Mine")).then().statusCode(403);
        change(administrator(), path, "*", Map.of("name", "Mine")).then().statusCode(403);
        delete(user, path).then().statusCode(403);
    }

    @Test
    void aNameIsThereOnceWhateverItsCase() {
        String id = custom("Recipes", List.of(), List.of());

        for (String name : List.of("RECIPES", "code")) {
            send(user, "/categories", Map.of("name", name, "colour", "#000000"))
                    .then()
                    .statusCode(409);
        }
        change(user, "/categories/" + id, "\"0\"", Map.of("name", "Code")).then().statusCode(409);
        change(user, "/categories/" + id, "\"0\"", Map.of("name", "recipes", "colour", "#FFFFFF"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("colour", equalTo("#ffffff"));
        change(user, "/categories/" + id, "\"0\"", Map.of("name", "x"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("recipes"));
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "x"))
                .patch("/categories/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void artifactsOfADeletedCategoryStayWithoutOne() {
        String id = custom("Going", List.of("going"), List.of());
        String artifact = added(user, "T", Map.of("fileName", "a.going"));

        delete(user, "/categories/" + id).then().statusCode(204);

        get(user, artifact).then().statusCode(200).body("$", not(hasKey("categoryId")));
        as(user).get("/categories/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\"\"'",
        "name, '\"\\u0000\"'",
        "name, 7",
        "colour, '\"red\"'",
        "colour, '\"#12345\"'",
        "colour, '\"#12345g\"'",
        "extensions[0], '[\"*\"]'",
        "extensions[0], '[\"\"]'",
        "extensions[0], '[null]'",
        "extensions[1], '[\"ok\",\"a/b\"]'",
        "patterns[0], '[\"a/b\"]'",
        "patterns[0], '[\"\\ud800\"]'",
    })
    void aBadFieldIsRefusedByName(String field, String value) {
        Map<String, String> fields = new java.util.HashMap<>();
        fields.put("name", "\"N\"");
        fields.put("colour", "\"#000000\"");
        fields.put(field.replaceFirst("\\[.*", ""), value);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, json) ->
                body.append(body.isEmpty() ? "{" : ",").append("\"%s\":%s".formatted(name, json)));

        as(user).contentType(ContentType.JSON)
                .body(body + "}")
                .post("/categories")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatOnlyTheServerKnowsIsNotTakenFromABody() {
        for (String field : List.of("id", "builtIn", "revision", "artifactCount")) {
            send(user, "/categories", Map.of("name", "N", "colour", "#000000", field, 1))
                    .then()
                    .statusCode(400);
        }
        String mine = custom("Mine", List.of(), List.of());
        change(user, "/categories/" + mine, "*", Map.of("workspaceId", ABSENT))
                .then()
                .statusCode(400);
    }

    @Test
    void strangersFindNoCategoryOfMine() throws Exception {
        String mine = custom("Mine", List.of("mine"), List.of());
        TestingUser stranger = newUser();
        String path = "/categories/" + mine;
        String theirs = added(stranger, "T", Map.of("fileName", "a.mine"));

        get(stranger, theirs).then().body("$", not(hasKey("categoryId")));
        as(stranger).get(path).then().statusCode(404);
        change(stranger, path, "*", Map.of("name", "x")).then().statusCode(404);
        delete(stranger, path).then().statusCode(404);
        as(stranger).get("/categories").then().body("items.id", not(hasItem(mine)));
        as(stranger).get("/categories?workspace=" + workspaceOf(user)).then().statusCode(404);
        patch(stranger, theirs, "*", Map.of("categoryId", mine)).then().statusCode(400);

        invite(user, stranger, "viewer");
        as(stranger).get(path).then().statusCode(200);
        delete(stranger, path).then().statusCode(403);
        patch(stranger, theirs, "*", Map.of("categoryId", mine)).then().statusCode(400);
    }

    @Test
    void countingCostsTheSameHoweverMuchThereIs() throws Exception {
        added(user, "T", Map.of("fileName", "a.py"));
        Response few = as(user).get("/categories");
        Rows.multiplyArtifactsOf(user, 100);
        custom("More", List.of(), List.of());

        assertThat(statements(as(user).get("/categories")))
                .isEqualTo(statements(few))
                .isLessThanOrEqualTo(4);
    }
}
