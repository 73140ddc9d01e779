package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsIT extends Shelves {

    private final TestingUser user = newUser();

    private String tagged(String title, String... tags) {
        return added(user, title, Map.of("tags", List.of(tags)));
    }

    private Response tags(Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/tags");
    }

    private String id(String name) {
        return tags(Map.of("prefix", name)).path("items[0].id");
    }

    @Test
    void tagsAreThereOnceWhateverTheirCaseAndSpaces() {
        String one = tagged("One", "  Dynamic   programming ", "dynamic PROGRAMMING", "Älg");
        String two = tagged("Two", "DYNAMIC programming", "älg", "b");

        get(user, one).then().body("tags", contains("Dynamic programming", "Älg"));
        get(user, two).then().body("tags", contains("b", "Dynamic programming", "Älg"));
        tags(Map.of())
                .then()
                .body("items.name", contains("b", "Dynamic programming", "Älg"))
                .body("items.artifactCount", contains(1, 2, 2));
    }

    @Test
    void aPatchReplacesAllTags() {
        String id = tagged("One", "a", "b");

        String tag = get(user, id).header("ETag");
        patch(user, id, tag, Map.of("title", "Other")).then().body("tags", contains("a", "b"));
        String seen = get(user, id).header("ETag");
        patch(user, id, seen, Map.of("tags", List.of("B", "c")))
                .then()
                .body("tags", contains("b", "c"));
        assertThat(get(user, id).header("ETag")).isNotEqualTo(seen);
        String now = get(user, id).header("ETag");
        patch(user, id, now, Map.of("tags", List.of("c", "b"))).then().header("ETag", now);
        patch(user, id, now, Map.of("tags", List.of())).then().body("tags", empty());
    }

    @Test
    void listsAreFilteredByAllTags() {
        tagged("One", "a", "b");
        tagged("Two", "a");
        tagged("Three", "b");

        assertThat(titles(user, Map.of("tag", "A"))).containsExactly("One", "Two");
        assertThat(titles(user, Map.of("tag", List.of("a", "b")))).containsExactly("One");
        assertThat(titles(user, Map.of("tag", "nowhere"))).isEmpty();
        list(user, Map.of("tag", "a", "total", true)).then().body("total", equalTo(2));
        list(user, Map.of("tag", "x".repeat(65)))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("tag"));
    }

    @Test
    void tagsArePagedByNameAndByUse() {
        for (int i = 0; i < 7; i++) {
            tagged(
                    "T" + i,
                    IntStream.rangeClosed(0, i).mapToObj(n -> "tag" + n).toArray(String[]::new));
        }

        assertThat(names(Map.of("sort", "name")))
                .containsExactly("tag0", "tag1", "tag2", "tag3", "tag4", "tag5", "tag6");
        assertThat(names(Map.of("sort", "-count")))
                .containsExactly("tag0", "tag1", "tag2", "tag3", "tag4", "tag5", "tag6");
        tagged("More", "tag6", "tag6x");
        tagged("More", "tag6");
        assertThat(names(Map.of("sort", "-count")))
                .containsExactly("tag0", "tag1", "tag2", "tag3", "tag4", "tag6", "tag5", "tag6x");
        assertThat(names(Map.of("prefix", "TAG6"))).containsExactly("tag6", "tag6x");
        assertThat(names(Map.of("prefix", "%"))).isEmpty();
        tags(Map.of("total", true, "prefix", "tag6")).then().body("total", equalTo(2));
        tags(Map.of("sort", "size")).then().statusCode(400).body("errors.field", hasItem("sort"));
        tags(Map.of("cursor", "abc")).then().statusCode(400);
    }

    private List<String> names(Map<String, ?> parameters) {
        List<String> names = new ArrayList<>();
        Map<String, Object> query = new java.util.HashMap<>(parameters);
        query.put("size", 3);
        while (true) {
            Response page = tags(query);
            page.then().statusCode(200);
            names.addAll(page.path("items.name"));
            if (page.path("next") == null) {
                return names;
            }
            query.put("cursor", page.path("next"));
        }
    }

    @Test
    void aRenamedTagIsRenamedOnAllItsArtifacts() {
        String one = tagged("One", "old", "x");
        String two = tagged("Two", "old");
        String seen = get(user, one).header("ETag");

        change(user, "/tags/" + id("old"), "\"0\"", Map.of("name", "New  one"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("New one"));

        get(user, one).then().body("tags", contains("New one", "x"));
        get(user, two).then().body("tags", contains("New one"));
        assertThat(get(user, one).header("ETag")).isNotEqualTo(seen);
        change(user, "/tags/" + id("new"), "\"0\"", Map.of("name", "z"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("New one"));
        change(user, "/tags/" + id("new"), "*", Map.of("name", "X")).then().statusCode(409);
    }

    @Test
    void aMergedTagIsReplacedOnAllItsArtifacts() {
        String one = tagged("One", "from", "into");
        String two = tagged("Two", "from");
        String from = id("from");
        String into = id("into");

        as(user).contentType(ContentType.JSON)
                .body(Map.of("into", into))
                .post("/tags/" + from + "/merge")
                .then()
                .statusCode(428);
        merge(from, into).then().statusCode(200).body("id", equalTo(into));

        get(user, one).then().body("tags", contains("into"));
        get(user, two).then().body("tags", contains("into"));
        as(user).get("/tags/" + from).then().statusCode(404);
        tags(Map.of()).then().body("items.artifactCount", contains(2));
        merge(into, into).then().statusCode(400);
        merge(into, ABSENT).then().statusCode(400).body("errors.field", hasItem("into"));
        merge(from, into).then().statusCode(404);
    }

    private Response merge(String from, String into) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("into", into))
                .post("/tags/" + from + "/merge");
    }

    @Test
    void aDeletedTagIsTakenFromAllItsArtifacts() {
        String one = tagged("One", "going", "stays");

        delete(user, "/tags/" + id("going")).then().statusCode(204);

        get(user, one).then().body("tags", contains("stays"));
        tags(Map.of()).then().body("items.name", contains("stays"));
    }

    @Test
    void theSameNewTagAddedByManyAtOnceIsOneTag() throws Exception {
        List<Callable<Integer>> adders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String title = "T" + i;
            List<String> names = i % 2 == 0 ? List.of("Same", "a", "z") : List.of("z", "SAME", "a");
            adders.add(() -> post(user, Map.of("title", title, "tags", names)).statusCode());
        }

        assertThat(together(adders)).containsOnly(201);
        tags(Map.of()).then().body("items.artifactCount", contains(6, 6, 6));
    }

    @Test
    void mergesBothWaysAtOnceLeaveOneTagOnAll() throws Exception {
        for (int i = 0; i < 4; i++) {
            tagged("T" + i, "left" + (i % 2), "both");
            tagged("U" + i, "right" + (i % 2));
        }
        String left = id("left0");
        String right = id("right0");
        List<Callable<Integer>> merges =
                List.of(
                        () -> merge(left, right).statusCode(),
                        () -> merge(right, left).statusCode(),
                        () ->
                                post(user, Map.of("title", "V", "tags", List.of("both", "new")))
                                        .statusCode());

        List<Integer> answers = together(merges);

        assertThat(answers.subList(0, 2)).contains(200).doesNotContain(500);
        assertThat(answers.get(2)).isEqualTo(201);
        tags(Map.of("prefix", "left0"))
                .then()
                .body("items.size()", equalTo(answers.get(1) == 200 ? 1 : 0));
        assertThat(titles(user, Map.of("tag", answers.get(1) == 200 ? "left0" : "right0")))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "a\u001Fb", "a\nb", "\u202Ea", "\uD83D"})
    void aTagThatIsNoWordIsRefusedByItsPlace(String tag) {
        StringBuilder json = new StringBuilder();
        tag.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        as(user).contentType(ContentType.JSON)
                .body("{\"title\":\"T\",\"tags\":[\"ok\",\"%s\"]}".formatted(json))
                .post("/artifacts")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("tags[1]"));
    }

    @Test
    void tooManyOrTooLongOrNullIsRefused() {
        List<String> many = IntStream.range(0, 51).mapToObj(i -> "t" + i).toList();
        post(user, Map.of("title", "T", "tags", many)).then().statusCode(400);
        tagged("T", many.subList(0, 50).toArray(String[]::new));
        post(user, Map.of("title", "T", "tags", List.of("x".repeat(65)))).then().statusCode(400);
        as(user).contentType(ContentType.JSON)
                .body("{\"title\":\"T\",\"tags\":[null]}")
                .post("/artifacts")
                .then()
                .statusCode(400);
        as(user).contentType(ContentType.JSON)
                .body("{\"title\":\"T\",\"tags\":\"a\"}")
                .post("/artifacts")
                .then()
                .statusCode(400);
        tagged("Signs", "a,b", "50%", "_", "'; drop table tag; --", "🙂");
        assertThat(titles(user, Map.of("tag", "🙂"))).containsExactly("Signs");
        assertThat(titles(user, Map.of("tag", "'; DROP table tag; --"))).containsExactly("Signs");
    }

    @Test
    void strangersFindNoTagOfMine() throws Exception {
        tagged("Mine", "secret");
        String path = "/tags/" + id("secret");
        TestingUser stranger = newUser();
        String theirs = added(stranger, "Theirs", Map.of("tags", List.of("secret")));

        as(stranger).get(path).then().statusCode(404);
        change(stranger, path, "*", Map.of("name", "x")).then().statusCode(404);
        delete(stranger, path).then().statusCode(404);
        as(stranger).get("/tags?workspace=" + workspaceOf(user)).then().statusCode(404);
        as(stranger).get("/tags").then().body("items.artifactCount", contains(1));
        String own = as(stranger).get("/tags").path("items[0].id");
        merge(id("secret"), own).then().statusCode(400);

        invite(user, stranger, "viewer");
        as(stranger).get(path).then().statusCode(200);
        change(stranger, path, "*", Map.of("name", "x")).then().statusCode(403);
        delete(stranger, path).then().statusCode(403);
        get(stranger, theirs).then().body("tags", contains("secret"));
        change(user, path, "*", Map.of("name", "x", "workspaceId", ABSENT)).then().statusCode(400);
        change(user, path, "*", Map.of("id", ABSENT)).then().statusCode(400);
        change(user, path, "*", Map.of())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("name"));
    }

    @Test
    void tagsOfManyArtifactsCostWhatTagsOfFewDo() throws Exception {
        tagged("One", "a", "b", "c");
        Response few = list(user, Map.of("tag", "a"));
        int page = statements(tags(Map.of("sort", "-count")));
        int renamed = statements(change(user, "/tags/" + id("c"), "*", Map.of("name", "d")));
        Rows.multiplyArtifactsOf(user, 2_000);
        Rows.execute(
                """
                insert into artifact_tag (artifact_id, tag_id)
                select a.id, t.id from artifact a join tag t on t.workspace_id = a.workspace_id
                    join app_user u on u.id = a.owner_id
                where u.username = ? on conflict do nothing
                """,
                user.username());

        Response many = list(user, Map.of("tag", "a"));
        assertThat(many.<List<?>>path("items")).hasSize(20);
        assertThat(many.<List<List<String>>>path("items.tags")).allMatch(it -> it.size() == 3);
        assertThat(statements(many)).isEqualTo(statements(few)).isLessThanOrEqualTo(2);
        assertThat(statements(tags(Map.of("sort", "-count"))))
                .isEqualTo(page)
                .isLessThanOrEqualTo(3);
        Response rename = change(user, "/tags/" + id("a"), "*", Map.of("name", "z"));
        rename.then().statusCode(200);
        assertThat(statements(rename)).isEqualTo(renamed);
        list(user, Map.of("tag", "z", "total", true)).then().body("total", equalTo(2001));
        tags(Map.of("prefix", "z"))
                .then()
                .body("items.artifactCount", contains(2001))
                .body("next", nullValue());
    }
}
