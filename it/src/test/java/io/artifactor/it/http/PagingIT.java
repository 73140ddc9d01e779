package io.artifactor.it.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One way to page for every list: by number, or by cursor. */
class PagingIT extends ServerTest {

    private final TestingUser user = newUser();

    private void add(int count) {
        for (int i = 1; i <= count; i++) {
            as(user).contentType(ContentType.JSON)
                    .body(Map.of("title", "T" + i))
                    .post("/artifacts")
                    .then()
                    .statusCode(201);
        }
    }

    private Response list(Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/artifacts");
    }

    private Response follow(Response page, String relation) {
        Matcher link =
                Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                        .matcher(String.valueOf(page.header("Link")));
        assertThat(link.find()).as("link %s of %s", relation, page.header("Link")).isTrue();
        return given().baseUri(RunningServer.stack().url())
                .header("Authorization", "Bearer " + user.token())
                .urlEncodingEnabled(false)
                .get(link.group(1));
    }

    @Test
    void pagesAreLinkedByTheirNumbers() {
        add(5);

        Response second =
                list(Map.of("size", 2, "page", 2, "sort", "title", "q", "t", "total", true));

        second.then().body("items.title", contains("T3", "T4")).body("total", equalTo(5));
        follow(second, "next").then().body("items.title", contains("T5"));
        follow(second, "prev").then().body("items.title", contains("T1", "T2"));
        follow(second, "first").then().body("items.title", contains("T1", "T2"));
        follow(second, "last").then().body("items.title", contains("T5"));
    }

    @Test
    void theLastPageHasNoNextAndTheFirstNoPrevious() {
        add(2);

        assertThat(list(Map.of("size", 1, "page", 2)).header("Link"))
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"", "rel=\"last\"");
        assertThat(list(Map.of("size", 1, "page", 1)).header("Link"))
                .contains("rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
    }

    @Test
    void aNumberedPageGoesOnByCursor() {
        add(3);
        Response first = list(Map.of("size", 1, "page", 1, "sort", "title"));

        Response second = list(Map.of("size", 1, "cursor", first.path("next"), "sort", "title"));

        second.then().body("items.title", contains("T2"));
        follow(second, "first").then().body("items.title", contains("T1"));
    }

    @Test
    void aPageBehindTheEndIsEmpty() {
        add(1);

        list(Map.of("page", 7)).then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts", "/conversations", "/imports", "/search", "/users"})
    void tooDeepPagesPointToTheCursor(String path) {
        TestingUser caller = path.equals("/users") ? administrator() : user;
        as(caller)
                .queryParams(Map.of("size", 100, "page", 101))
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("page"))
                .body("detail", containsString("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts", "/conversations", "/imports", "/search"})
    void everyListTakesTheSameParameters(String path) {
        for (Map<String, ?> bad :
                List.of(Map.of("size", 201), Map.of("page", 0), Map.of("total", "maybe"))) {
            as(user).queryParams(bad)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(bad.keySet().iterator().next()));
        }
        as(user).queryParams(Map.of("size", 200, "page", 50, "total", false))
                .get(path)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"1,2", "3,1"})
    void numberedPagesOfVersionsDoNotOverlap(int page, int count) {
        Response artifact =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("title", "V", "content", "1"))
                        .post("/artifacts");
        for (int i = 2; i <= 5; i++) {
            as(user).contentType(ContentType.BINARY)
                    .header("If-Match", "*")
                    .body(String.valueOf(i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .put("/artifacts/{id}/content", artifact.<String>path("id"));
        }
        List<Integer> numbers =
                as(user).queryParams(Map.of("size", 2, "page", page))
                        .get("/artifacts/{id}/versions", artifact.<String>path("id"))
                        .path("items.number");
        assertThat(numbers).hasSize(count).first().isEqualTo(5 - (page - 1) * 2);
    }
}
