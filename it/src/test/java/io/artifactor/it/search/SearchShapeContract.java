package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers, orders and counts, whichever index answers. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SearchShapeContract extends Searches {

    private final boolean degraded;
    private TestingUser coder = new TestingUser("", "", "");
    private TestingUser sorter = new TestingUser("", "", "");

    SearchShapeContract(boolean degraded) {
        this.degraded = degraded;
    }

    @BeforeAll
    void fillALibrary() throws SQLException {
        awaitDegraded(degraded);
        coder = newUser();
        add(coder, "camel", "parseHttpRequest(x);");
        add(coder, "snake", "the http_request is here");
        add(coder, "kebab", "x-http-request: 1");
        add(coder, "dotted", "web.http.request.send()");
        add(coder, "chained", "client.parseHttpRequests(); openHttpRequest()");
        add(coder, "digits", "utf8 with sha256Digest");
        add(coder, "decoy", "nothing of that kind");
        sorter = newUser();
        add(sorter, "oldest", "sortable ".repeat(30));
        add(sorter, "middle", "sortable ".repeat(20));
        add(sorter, "newest", "sortable ".repeat(10));
        awaitFound(coder, "", 7, degraded);
        awaitFound(sorter, "sortable", 3, degraded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parseHttp           | camel chained",
                "parseHttpRequest    | camel",
                "httpRequest         | camel chained dotted kebab snake",
                "http_request        | camel chained dotted kebab snake",
                "http-request        | camel chained dotted kebab snake",
                "http.request        | camel chained dotted kebab snake",
                "\"http request\"    | camel chained dotted kebab snake",
                "request             | camel chained dotted kebab snake",
                "HTTPRequest         | camel chained dotted kebab snake",
                "requestHttp         | camel chained dotted kebab snake",
                "HttpRequestParser   | camel chained",
                "parseHtpt           | camel chained",
                "\"requestHttp\"      |",
                "parseHttpReq*       | camel chained",
                "client.parse        | chained",
                "client.parseHttp    | chained",
                "utf                 | digits",
                "utf8                | digits",
                "utf-8               | digits",
                "sha256              | digits",
                "sha_256             | digits",
                "256                 | digits",
            })
    void identifiersAreFoundHoweverTheyAreWritten(String query, String found) {
        List<String> titles = new ArrayList<>(titles(coder, query));
        titles.sort(null);
        assertThat(String.join(" ", titles)).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource({
        "dotetd, dotted",
        "cahined, chained",
        "nothng kind, nothing kind",
    })
    void whatIsTypedWronglyIsFoundAndSaidHowItWasMeant(String typed, String meant) {
        answered(degraded, () -> search(coder, Map.of("q", typed)))
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("didYouMean", equalTo(meant));
        search(coder, Map.of("q", meant)).then().body("didYouMean", nullValue());
        search(newUser(), Map.of("q", typed))
                .then()
                .body("total", equalTo(0))
                .body("didYouMean", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "relevance, newest middle oldest",
        "-updatedAt, newest middle oldest",
        "updatedAt, oldest middle newest",
        "title, middle newest oldest",
        "-size, oldest middle newest",
    })
    void isSortedAsAskedFor(String sort, String titles) {
        for (String text : List.of("", "type:artifact")) {
            List<String> all =
                    search(sorter, Map.of("q", text, "sort", sort))
                            .jsonPath()
                            .getList("items.title");
            assertThat(String.join(" ", all)).isEqualTo(titles);
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                Response page =
                        search(
                                sorter,
                                Map.of("q", text, "sort", sort, "size", 1, "cursor", cursor));
                page.then().statusCode(200).body("total", equalTo(3));
                paged.addAll(page.jsonPath().getList("items.title"));
                cursor = page.path("next");
            } while (cursor != null);
            assertThat(paged).isEqualTo(all);
        }
        if (!"relevance".equals(sort)) {
            List<String> found =
                    search(sorter, Map.of("q", "sortable", "sort", sort))
                            .jsonPath()
                            .getList("items.title");
            assertThat(String.join(" ", found)).isEqualTo(titles);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "camel, file title, camel",
        "utf8 digits, content file title, utf8 digits",
        "title:camel, title, title:camel",
        "parse type:artifact OR dotted, content, parse type:\"artifact\"",
    })
    void aHitSaysWhyItWasFound(String query, String places, String fulfilled) {
        Response answer =
                answered(degraded, () -> search(coder, Map.of("q", query, "explain", true)));
        answer.then().statusCode(200);
        assertThat(answer.jsonPath().<String>getList("items[0].matchedIn"))
                .containsExactlyInAnyOrder(places.split(" "));
        assertThat(answer.jsonPath().<String>getList("items[0].fulfilled"))
                .containsExactlyInAnyOrder(fulfilled.split(" "));
        search(coder, Map.of("q", query)).then().body("items[0].fulfilled", nullValue());
    }

    private static void addCountable(TestingUser user) {
        for (String name : List.of("one.py", "two.py", "three.js", "four.md")) {
            as(user).contentType(ContentType.JSON)
                    .body(
                            Map.of(
                                    "title",
                                    name,
                                    "fileName",
                                    name,
                                    "content",
                                    "countable " + name,
                                    "tags",
                                    name.endsWith("py") ? List.of("Snake", "all") : List.of("all")))
                    .post("/artifacts")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void facetsCountWhatIsFoundAndNothingElse() {
        TestingUser user = newUser();
        addCountable(user);
        awaitFound(user, "countable", 4, degraded);

        Response answer =
                search(
                        user,
                        Map.of(
                                "q",
                                "countable -four",
                                "facets",
                                "type,kind,language,source,tag,category,year,month"));
        answer.then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("facets.type.collect { it.value + it.count }", contains("artifact3"))
                .body("facets.kind.collect { it.value + it.count }", contains("code3"))
                .body(
                        "facets.language.collect { it.value + it.count }",
                        contains("python2", "javascript1"))
                .body("facets.source.collect { it.value + it.count }", contains("api3"))
                .body("facets.tag.collect { it.value + it.count }", contains("all3", "snake2"))
                .body("facets.category.count", contains(3))
                .body("facets.year.count", contains(3))
                .body("facets.month.count", contains(3));
        assertThat(answer.jsonPath().getString("facets.month[0].value"))
                .startsWith(answer.jsonPath().getString("facets.year[0].value") + "-");
    }

    @Test
    void aStrangerCountsNothingAndAnUnknownFacetIsRefused() {
        search(newUser(), Map.of("facets", "kind,tag"))
                .then()
                .body("facets.kind", empty())
                .body("facets.tag", empty());
        search(sorter, Map.of("facets", "kind,moon"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("facets"));
    }
}
