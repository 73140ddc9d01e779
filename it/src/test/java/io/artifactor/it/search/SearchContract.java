package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What search promises, whichever index answers. The library it reads is changed by no test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SearchContract extends Searches {

    private static final String SCRIPT = "Angle <script>alert(1)</script>";
    private static final int THINGS = 6;

    private final boolean degraded;
    private TestingUser reader = new TestingUser("", "", "");

    SearchContract(boolean degraded) {
        this.degraded = degraded;
    }

    @BeforeAll
    void fillALibrary() throws SQLException {
        awaitDegraded(degraded);
        reader = newUser();
        add(
                reader,
                Map.of(
                        "title",
                        "Merge sort",
                        "fileName",
                        "merge-sort.py",
                        "content",
                        "def mergeSort(items):\n    return parse_http_request(items)  # stable\n"));
        add(reader, "Cr\u00E8me br\u00FBl\u00E9e", "Beat the yolks. The quick brown fox waits.");
        add(reader, "Quarterly numbers", "A brown quick fox; list.forEach(io.Printer) na\u00EFve");
        add(reader, SCRIPT, "<b>needle</b> & <script>alert('needle')</script>\n");
        add(reader, "\u6771\u4EAC guide", "\u6771\u4EAC\u90FD is large, Pipe<Valve> C++");
        addConversation(
                reader, "About graphs", "How does Dijkstra find paths?", "2025-03-01T10:00:00Z");
        awaitFound(reader, "", THINGS, degraded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "merge                 | Merge sort",
                "MERGE SORT            | Merge sort",
                "yolks                 | Crème brûlée",
                "dijkstra              | About graphs",
                "paths graphs          | About graphs",
                "yolks dijkstra        |",
                "concealment           |",
                "\"quick brown fox\"   | Crème brûlée",
                "\"brown quick fox\"   | Quarterly numbers",
                "\"fox brown\"         |",
                "brown -yolks          | Quarterly numbers",
                "fox -\"quick brown\"  | Quarterly numbers",
                "yolks OR dijkstra     | About graphs; Crème brûlée",
                "fox yolks OR printer  | Crème brûlée; Quarterly numbers",
                "dijk*                 | About graphs",
                "quar* num*            | Quarterly numbers",
                "dijk                  |",
                "ijkstra*              |",
                "mergeSort             | Merge sort",
                "mergesort             | Merge sort",
                "parse_http_request    | Merge sort",
                "http                  | Merge sort",
                "http_request          | Merge sort",
                "merge-sort.py         | Merge sort",
                "forEach               | Quarterly numbers",
                "printer               | Quarterly numbers",
                "list                  | Quarterly numbers",
                "valve                 | 東京 guide",
                "creme brulee          | Crème brûlée",
                "CRÈME                 | Crème brûlée",
                "naïve                 | Quarterly numbers",
                "naive                 | Quarterly numbers",
                "crè*                  | Crème brûlée",
                "東京                   | 東京 guide",
                "京都                   | 東京 guide",
                "script                | Angle <script>alert(1)</script>",
                "absentword            |",
                "***                   |",
                "/.*/                  |",
                "m?rge                 |",
                "title:merge           | Merge sort",
                "title:yolks           |",
                "content:yolks         | Crème brûlée",
                "content:brulee        |",
                "content:parse_http    | Merge sort",
                "title:\"merge sort\" | Merge sort",
                "file:merge            | Merge sort",
                "file:yolks            |",
                "file:py -yolks        | Merge sort",
                "description:merge     |",
                "kind:code             | Merge sort",
                "-kind:code fox        | Crème brûlée; Quarterly numbers",
                "kind:code OR dijkstra | About graphs; Merge sort",
                "language:Python       | Merge sort",
                "source:chatgpt        | About graphs",
                "type:conversation     | About graphs",
                "tag:nothing           |",
                "category:scripts      |",
                "category:code         | Merge sort",
                "owner:nobody          |",
                "updated:2025-03       | About graphs",
                "updated:<2025-06      | About graphs",
                "updated:2025-03-01..2025-03-01 | About graphs",
                "updated:>2025 fox yolks | Crème brûlée",
                "size:>1gb             |",
                "size:<1gb fox yolks   | Crème brûlée",
                "(yolks OR printer) fox | Crème brûlée; Quarterly numbers",
                "(yolks fox) OR dijkstra | About graphs; Crème brûlée",
                "fox -(quick yolks)    | Quarterly numbers",
                "fox (-yolks)          | Quarterly numbers",
                "yolks OR -fox kind:code | Merge sort",
            })
    void findsByWords(String query, String found) {
        TreeSet<String> expected = new TreeSet<>();
        if (found != null) {
            expected.addAll(List.of(found.split("; ")));
        }
        Response answer = answered(degraded, () -> search(reader, Map.of("q", query)));
        answer.then().statusCode(200).body("total", equalTo(expected.size()));
        assertThat(new TreeSet<>(answer.jsonPath().<String>getList("items.title")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "(((, 4, `)`",
        "merge OR, 9, a word",
        "size:huge, 6, a size",
        "merge kind:moon, 12, one of code",
        "color:red merge, 1, one of title",
    })
    void aBadQueryIsRefusedWithItsPositionAndWhatWasExpected(
            String query, int position, String expected) {
        search(reader, Map.of("q", query))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-input"))
                .body("errors[0].field", equalTo("q"))
                .body("position", equalTo(position))
                .body("expected", startsWith(expected));
    }

    @Test
    void aStructureFindsTheSameAsAnAddress() {
        Map<String, Object> structure =
                Map.of(
                        "text",
                        "merge OR yolks OR dijkstra",
                        "kinds",
                        List.of("code", "document"),
                        "sources",
                        List.of("api", "claude"),
                        "sort",
                        "title",
                        "facets",
                        List.of("kind"),
                        "size",
                        1);
        Response answer =
                answered(
                        degraded,
                        () ->
                                as(reader)
                                        .contentType(ContentType.JSON)
                                        .body(structure)
                                        .post("/search/advanced"));
        answer.then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.title", contains("Cr\u00E8me br\u00FBl\u00E9e"))
                .body("facets.kind.count", contains(1, 1));
        as(reader)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "a OR"))
                .post("/search/advanced")
                .then()
                .statusCode(400)
                .body("position", equalTo(5));
    }

    @Test
    void nothingAskedForIsEverythingWithTheNewestFirst() {
        Response answer = search(reader, Map.of());

        answer.then()
                .body("total", equalTo(THINGS))
                .body("items.highlights", everyItem(anEmptyMap()));
        List<String> times = answer.jsonPath().getList("items.updatedAt");
        assertThat(times).hasSize(THINGS).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(answer.jsonPath().getString("items[-1].title")).isEqualTo("About graphs");
    }

    @ParameterizedTest
    @CsvSource({
        "type, conversation, 1",
        "type, artifact, 5",
        "kind, code, 1",
        "language, python, 1",
        "language, cobol, 0",
        "source, chatgpt, 1",
        "source, api, 5",
        "from, 2025-06-01T00:00:00Z, 5",
        "to, 2025-06-01T00:00:00Z, 1",
        "from, 2025-03-01T10:00:00Z, 6",
        "to, 2025-03-01T10:00:00Z, 0",
    })
    void filtersNarrowTheWords(String filter, String value, int expected) {
        Response all = search(reader, Map.of(filter, value));
        all.then().statusCode(200).body("total", equalTo(expected));
        assertThat(all.jsonPath().getList("items")).hasSize(expected);
        search(reader, Map.of(filter, value, "q", "-absentword"))
                .then()
                .body("total", equalTo(expected));
        search(reader, Map.of(filter, value, "q", "absentword")).then().body("total", equalTo(0));
    }

    @Test
    void whatMatchedIsMarkedAndEverythingElseEscaped() {
        Response answer = search(reader, Map.of("q", "script needle"));

        String title = answer.jsonPath().getString("items[0].highlights.title[0]");
        assertThat(title)
                .isEqualTo("Angle &lt;<em>script</em>&gt;alert(1)&lt;/<em>script</em>&gt;");
        String content = answer.jsonPath().getString("items[0].highlights.content[0]");
        assertThat(content)
                .contains("&lt;b&gt;<em>needle</em>&lt;/b&gt; &amp; ")
                .doesNotContain("<script", "<b>", "'");
        assertThat(answer.jsonPath().getString("items[0].title")).isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quar*               | title   | <em>Quarterly</em> numbers",
                "dijk*               | content | How does <em>Dijkstra</em> find paths?",
                "creme               | title   | <em>Crème</em> brûlée",
            })
    void highlightsShowWhatWasSearchedFor(String query, String field, String html) {
        search(reader, Map.of("q", query))
                .then()
                .body("items[0].highlights." + field, contains(html));
    }

    @Test
    void aPhraseIsMarkedOnlyWhereItIsOne() {
        String content =
                search(reader, Map.of("q", "\"quick brown\""))
                        .jsonPath()
                        .getString("items[0].highlights.content[0]");
        assertThat(content.replace("</em> <em>", " ")).contains("The <em>quick brown</em> fox");
    }

    @ParameterizedTest
    @CsvSource({"paging", "''"})
    void pagesHaveEverythingOnce(String query) {
        TestingUser user = newUser();
        for (int i = 0; i < 23; i++) {
            add(user, "Paging " + i, "content of paging");
        }
        awaitFound(user, query, 20, degraded);
        await().atMost(SOON).until(() -> search(user, Map.of("q", query)).path("total").equals(23));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = search(user, Map.of("q", query, "size", 5, "cursor", cursor));
            page.then().statusCode(200).body("total", equalTo(23));
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void aStrangerAndTheAdministratorFindNothingOfMine() {
        for (TestingUser other : List.of(newUser(), administrator())) {
            for (String query : List.of("", "merge", "dijkstra", "merge OR fox", "-absentword")) {
                Response answer = search(other, Map.of("q", query, "size", 200));
                List<String> mine = new ArrayList<>(titles(reader, ""));
                mine.retainAll(new HashSet<>(answer.jsonPath().<String>getList("items.title")));
                assertThat(mine).as("%s finds with '%s'", other.username(), query).isEmpty();
                assertThat(answer.<Integer>path("total"))
                        .isEqualTo(answer.jsonPath().getList("items").size());
            }
        }
        search(newUser(), Map.of()).then().body("total", equalTo(0)).body("items", empty());
    }

    @Test
    void whatWasDeletedIsNotFoundAnyMore() {
        TestingUser user = newUser();
        add(user, "Staying", "shared");
        String id = add(user, "Going", "shared");
        awaitFound(user, "shared", 2, degraded);

        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(204);

        search(user, Map.of("q", "shared"))
                .then()
                .body("items.title", contains("Staying"))
                .body("total", equalTo(1));
        awaitFound(user, "going", 0, degraded);
    }

    @Test
    void whatTheDatabaseNoLongerShowsIsNotCountedEither() throws SQLException {
        TestingUser user = newUser();
        add(user, "Staying", "shared");
        String id = add(user, "Gone unnoticed", "shared");
        awaitFound(user, "shared", 2, degraded);

        Rows.execute(
                "update artifact set deleted_at = now(), purge_at = now() where id = ?::uuid", id);

        try {
            search(user, Map.of("q", "shared"))
                    .then()
                    .body("items.title", contains("Staying"))
                    .body("total", equalTo(1));
        } finally {
            Rows.execute(
                    "update artifact set deleted_at = null, purge_at = null where id = ?::uuid",
                    id);
        }
    }

    @Test
    void hostileQueriesAreAnsweredOrRefusedByName() {
        for (String query : HostileQueries.list()) {
            Response answer = search(reader, Map.of("q", query));
            String what = query.substring(0, Math.min(80, query.length()));
            mustBeClear(answer, what);
            if (answer.statusCode() == 400) {
                assertThat(answer.jsonPath().<String>getList("errors.field"))
                        .as(what)
                        .contains("q");
            } else {
                assertThat(answer.statusCode()).as(what).isEqualTo(200);
            }
        }
        awaitDegraded(degraded);
    }

    @ParameterizedTest
    @MethodSource("io.artifactor.it.search.HostileQueries#parameters")
    void badParametersAreRefusedByName(String name, String value) {
        Map<String, String> parameters = new HashMap<>(Map.of("q", "merge"));
        parameters.put(name, value);
        Response answer = search(reader, parameters);
        answer.then().statusCode(400).body("errors.field", hasItem(name));
        mustBeClear(answer, name + "=" + value);
    }

    private static void mustBeClear(Response answer, String what) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.asString())
                .as(what)
                .doesNotContain("\tat ", "Exception", "io.artifactor", "elastic.co", "SQLSTATE");
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        }
    }
}
