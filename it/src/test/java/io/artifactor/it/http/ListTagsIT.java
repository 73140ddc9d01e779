package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a list already is told in one line that nothing changed. */
class ListTagsIT extends ServerTest {

    private static final int UNCHANGED = 304;

    private final TestingUser user = newUser();

    private Response send(String path, Object body) {
        return as(user).contentType(ContentType.JSON).body(body).post(path);
    }

    private String add(String title) {
        return send("/artifacts", Map.of("title", title, "content", title)).path("id");
    }

    private Response ask(String path, String tag) {
        return as(user).header("If-None-Match", tag).get(path);
    }

    private String tagOf(String path) {
        Response list = as(user).get(path);
        assertThat(list.statusCode()).as(path).isEqualTo(200);
        return list.header("ETag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/artifacts",
                "/artifacts?fields=id,title&total=true&sort=title",
                "/artifacts/recent",
                "/artifacts/duplicates",
                "/activity",
                "/auth/tokens",
                "/categories",
                "/conversations",
                "/folders",
                "/imports",
                "/operations",
                "/search?q=kept",
                "/searches",
                "/tags",
                "/trash"
            })
    void everyListHasATagThatSparesReadingItAgain(String path) {
        String tag = tagOf(path);

        assertThat(tag).as(path).matches("(W/)?\"[\\x21\\x23-\\x7e]+\"");
        ask(path, tag)
                .then()
                .statusCode(UNCHANGED)
                .header("ETag", tag)
                .header("Content-Type", nullValue())
                .body(emptyOrNullString());
        assertThat(ask(path, "\"other\", " + tag).statusCode()).isEqualTo(UNCHANGED);
        assertThat(ask(path, "*").statusCode()).isEqualTo(UNCHANGED);
        assertThat(ask(path, "W/\"other\"").statusCode()).isEqualTo(200);
        assertThat(as(user).head(path).header("ETag")).isEqualTo(tag);
        assertThat(as(user).header("If-None-Match", tag).head(path).statusCode())
                .isEqualTo(UNCHANGED);
    }

    @Test
    void aChangeOfAnItemChangesTheTagOfItsLists() {
        String id = add("Before");
        String versions = "/artifacts/" + id + "/versions";
        String listed = tagOf("/artifacts");
        String versioned = tagOf(versions);

        as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("title", "After"))
                .patch("/artifacts/{id}", id)
                .then()
                .statusCode(200);
        String described = tagOf("/artifacts");
        as(user).contentType(ContentType.BINARY)
                .header("If-Match", "*")
                .body("more".getBytes(UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(200);

        assertThat(described).isNotEqualTo(listed);
        assertThat(tagOf("/artifacts")).isNotEqualTo(described);
        assertThat(tagOf(versions)).isNotEqualTo(versioned);
        assertThat(ask("/artifacts", listed).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNewOrGoneChangesTheTagOfItsLists() {
        Map<String, Map<String, ?>> additions =
                Map.of(
                        "/artifacts",
                        Map.of("title", "New", "content", "New"),
                        "/folders",
                        Map.of("name", "New"),
                        "/categories",
                        Map.of("name", "New", "colour", "#2563eb"));
        for (var addition : additions.entrySet()) {
            String path = addition.getKey();
            String before = tagOf(path);
            String id = send(path, addition.getValue()).then().statusCode(201).extract().path("id");
            String with = tagOf(path);
            as(user).header("If-Match", "*").delete(path + "/" + id).then().statusCode(204);

            assertThat(List.of(before, tagOf(path))).as(path).doesNotContain(with);
        }
    }

    @Test
    void anUnchangedListCostsNoFurtherStatement() {
        add("Kept");
        String tag = tagOf("/artifacts");

        assertThat(ask("/artifacts", tag).header("X-Sql-Statements"))
                .isNotNull()
                .isEqualTo(as(user).get("/artifacts").header("X-Sql-Statements"));
    }

    @Test
    void packedOrNotAListIsTheSame() throws Exception {
        for (int i = 0; i < 5; i++) {
            add("Kept " + i);
        }
        HttpResponse<byte[]> packed = plain("Accept-Encoding", "gzip");
        String tag = packed.headers().firstValue("ETag").orElse("");
        HttpResponse<byte[]> unchanged = plain("Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tag).startsWith("W/").isEqualTo(tagOf("/artifacts"));
        assertThat(plain("Accept-Encoding", "identity").headers().firstValue("ETag")).contains(tag);
        assertThat(unchanged.statusCode()).isEqualTo(UNCHANGED);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers().firstValue("Content-Encoding")).isEmpty();
    }

    /** The list without a client that unpacks it. */
    private HttpResponse<byte[]> plain(String... headers) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(RunningServer.stack().url() + "/api/v1/artifacts"))
                        .header("Authorization", "Bearer " + user.token())
                        .headers(headers)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void cachesAreToldWhatAListDependsOn() {
        add("Kept");
        Response list = as(user).get("/artifacts");
        Response unchanged = ask("/artifacts", list.header("ETag"));

        for (Response answer : List.of(list, unchanged)) {
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.headers().getValues("Vary").toString())
                    .contains("Authorization", "Accept-Encoding", "Origin");
        }
    }

    @Test
    void theTagOfAListIsItsReadersOwn() {
        add("Mine");
        TestingUser other = newUser();

        as(other)
                .header("If-None-Match", tagOf("/artifacts"))
                .get("/artifacts")
                .then()
                .statusCode(200);
    }
}
