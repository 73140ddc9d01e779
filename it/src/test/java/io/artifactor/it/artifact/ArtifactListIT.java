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
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactListIT extends Library {

    private final TestingUser user = newUser();

    /** All titles, page by page. */
    private List<String> titles(int limit, Map<String, ?> filters) {
        List<String> titles = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(filters);
        parameters.put("size", limit);
        @Nullable String next;
        do {
            Response page = list(user, parameters);
            assertThat(page.statusCode()).isEqualTo(200);
            titles.addAll(page.path("items.title"));
            next = page.path("next");
            parameters.put("cursor", String.valueOf(next));
        } while (next != null);
        return titles;
    }

    @Test
    void everyArtifactIsOnExactlyOnePageInOrder() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            add(user, "T" + i, "content");
            made.add("T" + i);
        }

        assertThat(titles(3, Map.of("sort", "updatedAt"))).isEqualTo(made);
        assertThat(titles(3, Map.of("sort", "title"))).isEqualTo(made);
        assertThat(titles(2, Map.of("sort", "-createdAt"))).isEqualTo(made.reversed());
        assertThat(titles(7, Map.of())).isEqualTo(made.reversed());
    }

    @Test
    void equalTitlesAreNeitherLostNorDoubled() {
        for (int i = 0; i < 5; i++) {
            add(user, i % 2 == 0 ? "Same" : "SAME", "content");
        }

        assertThat(titles(2, Map.of("sort", "title"))).hasSize(5);
    }

    @Test
    void aChangedArtifactComesFirst() {
        String first = add(user, "First", "1");
        add(user, "Second", "2");

        replace(user, first, "new");

        assertThat(titles(20, Map.of())).containsExactly("First", "Second");
    }

    @Test
    void theNextPageIsLinked() {
        add(user, "One", "1");
        add(user, "Two", "2");

        // In this order, which a map does not keep.
        Response page =
                as(user).queryParam("size", 1).queryParam("sort", "title").get("/artifacts");

        String link = page.header("Link");
        assertThat(link)
                .isEqualTo(
                        "</api/v1/artifacts?size=1&sort=title&cursor=%s>; rel=\"next\""
                                .formatted(page.<String>path("next")));
        as(user).basePath("")
                .urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .body("items.title", contains("Two"))
                .body("next", nullValue());
    }

    @Test
    void theTotalIsCountedOnlyWhenAskedFor() {
        add(user, "One", "1");
        add(user, "Two", "2");

        list(user, Map.of("size", 1)).then().body("$", not(hasKey("total")));
        list(user, Map.of("size", 1, "total", true))
                .then()
                .body("total", equalTo(2))
                .body("items", hasSize(1));
        list(user, Map.of("total", true, "q", "two")).then().body("total", equalTo(1));
    }

    @Test
    void anEmptyLibraryIsAPage() {
        list(user, Map.of("total", true))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("$", hasKey("next"))
                .body("next", nullValue())
                .body("total", equalTo(0));
    }

    @Test
    void filtersNarrowTheList() {
        String code = add(user, Map.of("title", "Script", "fileName", "a.rs", "content", "fn"));
        String text = add(user, Map.of("title", "100%_done", "content", "words"));

        list(user, Map.of("kind", "code")).then().body("items.id", contains(code));
        list(user, Map.of("language", "Rust")).then().body("items.id", contains(code));
        list(user, Map.of("language", "rs")).then().body("items.id", contains(code));
        list(user, Map.of("kind", "code", "language", "python")).then().body("items", empty());
        list(user, Map.of("source", "api")).then().body("items", hasSize(2));
        list(user, Map.of("source", "claude")).then().body("items", empty());
        list(user, Map.of("q", "SCRI")).then().body("items.id", contains(code));
        list(user, Map.of("q", "%_")).then().body("items.id", contains(text));
        list(user, Map.of("q", "s%t")).then().body("items", empty());
        list(user, Map.of("from", "2020-01-01", "to", "2100-01-01"))
                .then()
                .body("items", hasSize(2));
        list(user, Map.of("from", "2100-01-01")).then().body("items", empty());
        list(user, Map.of("to", "2020-01-01T00:00:00Z")).then().body("items", empty());
        list(user, Map.of("conversation", ABSENT)).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0",
        "size, 201",
        "size, -1",
        "size, 99999999999999999999",
        "size, 1.5",
        "size, abc",
        "cursor, abc",
        "cursor, AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sort, size",
        "kind, song",
        "source, moon",
        "language, 'a b'",
        "conversation, 7",
        "from, yesterday",
        "from, 2026-02-30",
        "to, +999999999-12-31T23:59:59Z",
        "from, -100000-01-01T00:00:00Z",
        "total, maybe",
    })
    void aBadParameterIsRefusedByName(String name, String value) {
        list(user, Map.of(name, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "language", "kind", "source", "cursor", "sort"})
    void theCharacterNoTableKeepsIsRefusedByName(String name) {
        as(user).urlEncodingEnabled(false)
                .get("/artifacts?" + name + "=a%00b")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(name));
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        add(user, "One", "1");
        add(user, "Two", "2");
        String cursor = list(user, Map.of("size", 1)).path("next");

        list(user, Map.of("cursor", cursor)).then().statusCode(200);
        list(user, Map.of("cursor", cursor, "kind", "document")).then().statusCode(400);
        list(user, Map.of("cursor", cursor, "sort", "title")).then().statusCode(400);
        as(user).queryParam("cursor", cursor).get("/conversations").then().statusCode(400);
        as(newUser()).queryParam("cursor", cursor).get("/artifacts").then().body("items", empty());
    }

    @Test
    void aListOf20CostsTheSameAmong20AndAmong2000Artifacts() throws Exception {
        for (int i = 0; i < 20; i++) {
            add(user, "T" + i, "content " + i);
        }
        Map<String, Object> parameters = Map.of("size", 20, "total", true);
        Response few = list(user, parameters);

        Rows.multiplyArtifactsOf(user, 99);

        Response many = list(user, parameters);
        assertThat(few.<Integer>path("total")).isEqualTo(20);
        assertThat(many.<Integer>path("total")).isEqualTo(2000);
        assertThat(many.<List<?>>path("items")).hasSize(20);
        assertThat(statements(many)).isEqualTo(statements(few)).isBetween(1, 2);
        assertThat(statements(list(user, Map.of("size", 200)))).isLessThan(statements(many));
    }

    private static int statements(Response answer) {
        return Integer.parseInt(answer.header("X-Sql-Statements"));
    }
}
