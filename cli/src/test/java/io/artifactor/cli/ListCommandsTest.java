package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandsTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String ARTIFACT =
            """
            {"id":"%s","title":"%s","kind":"code","language":"python","source":"claude","size":2048,
             "versionCount":3,"version":3,"branch":"main","updatedAt":"2026-01-02T03:04:05Z",
             "origin":{"conversationId":"c1","conversationTitle":"Routing","model":"m-1"},
             "future":{"field":1.50}}\
            """;

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPipeGetsUncutTabSeparatedLines() {
        server.on("GET /artifacts", page(artifact("x".repeat(200)), "null"));

        Result result = command().run("ls");
        assertThat(result.out())
                .isEqualTo(
                        String.join(
                                        "\t",
                                        ID,
                                        "code",
                                        "python",
                                        "3",
                                        "2048",
                                        "2026-01-02T03:04:05Z",
                                        "x".repeat(200))
                                + "\n");
    }

    @Test
    void aScreenGetsAlignedColumnsCutToItsWidth() {
        server.on("GET /artifacts", page(artifact("x".repeat(200)), "null"));

        Result result = command().onScreen(120).run("ls");
        assertThat(result.out().lines().toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(128));
        assertThat(result.out()).contains("TITLE", "2.0 KiB", "…");
    }

    @Test
    void filtersReachTheServer() {
        server.on("GET /artifacts", page("", "null"));
        command()
                .run(
                        "ls",
                        "--kind",
                        "code",
                        "--language",
                        "c++ & co",
                        "--source",
                        "claude",
                        "--conversation",
                        ID);

        assertThat(server.asked("GET /artifacts").getFirst().query())
                .isEqualTo(
                        "kind=code&language=c%2B%2B%20%26%20co&source=claude&conversation="
                                + ID
                                + "&size=20");
    }

    @Test
    void allPagesAreOneJsonDocumentWithUnknownFieldsKept() {
        server.on(
                "GET /artifacts", page(artifact("one"), "\"more\""), page(artifact("two"), "null"));

        Result result = command().run("ls", "--all", "--json");
        assertThat(result.json().path("items").findValuesAsText("title"))
                .containsExactly("one", "two");
        assertThat(result.out()).contains("1.50");
        assertThat(result.json().path("next").isNull()).isTrue();
        assertThat(server.asked("GET /artifacts").getLast().query()).endsWith("cursor=more");
    }

    @Test
    void aLimitBeyondAPageIsFetchedInPages() {
        String full = String.join(",", Collections.nCopies(200, artifact("t")));
        server.on("GET /artifacts", page(full, "\"more\""), page(artifact("last"), "\"evenmore\""));

        Result result = command().run("ls", "--limit", "201");
        assertThat(result.out()).hasLineCount(201);
        assertThat(result.err()).contains("--all");
        assertThat(server.asked("GET /artifacts").getLast().query()).startsWith("size=1&");
    }

    @Test
    void conversationsAreListedToo() {
        server.on(
                "GET /conversations",
                page(
                        "{\"id\":\"%s\",\"title\":\"Routing\",\"source\":\"claude\",\"messageCount\":4,\"artifactCount\":2}"
                                .formatted(ID),
                        "null"));

        assertThat(command().run("ls", "--conversations").out())
                .isEqualTo(ID + "\tclaude\t4\t2\t\tRouting\n");
        assertThat(command().run("ls", "--conversations", "--kind", "code").code()).isEqualTo(2);
    }

    @Test
    void hostileTitlesReachNeitherScreenNorPipeNorJsonUnescaped() {
        String hostile = "\\u001b]0;owned\\u0007\\u009b2J\\u202eevil\\r\\nline\\tcell";
        server.on("GET /artifacts", page(artifact(hostile), "null"));
        server.on("GET /artifacts/" + ID, Answer.json(artifact(hostile)));
        server.on("GET /artifacts/" + ID + "/versions", page("", "null"));

        for (String[] arguments : new String[][] {{"ls"}, {"ls", "--json"}, {"show", ID}}) {
            for (TestingCommand command :
                    new TestingCommand[] {command(), command().onScreen(200)}) {
                String out = command.run(arguments).out().replaceAll("\u001b\\[[01]m", "");
                assertThat(out)
                        .contains("owned")
                        .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\r");
            }
        }
        assertThat(command().run("ls").out()).hasLineCount(1);
        assertThat(command().run("ls", "--json").json().at("/items/0/title").asText())
                .isEqualTo("\u001b]0;owned\u0007\u009b2J\u202eevil\r\nline\tcell");
    }

    @Test
    void hostileProblemsAreNeutralisedToo() {
        server.on("GET /artifacts", Answer.problem(400, "invalid-input", "Bad", "\\u001b[2J"));

        Result result = command().run("ls");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("artifactor: Bad: \\u001b[2J [request req-7]\n");
    }

    @Test
    void showTellsOriginAndVersions() {
        server.on("GET /artifacts/" + ID, Answer.json(artifact("An app")));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                page(
                        """
                        {"id":"v1","number":1,"branch":"main","size":5,"createdAt":"2026-01-02T03:04:05Z",
                         "broken":true,"problem":"old text not found"}\
                        """,
                        "null"));

        Result result = command().run("show", ID);
        assertThat(result.out())
                .contains(
                        "An app\n",
                        "conversation  Routing\n",
                        "model         m-1\n",
                        "version       3 of 3 on main\n")
                .contains("1\tmain\t5\t2026-01-02T03:04:05Z\t\tbroken: old text not found\n");
        assertThat(command().run("show", ID, "--json").json().at("/versions/items/0/id").asText())
                .isEqualTo("v1");
    }

    @Test
    void searchShowsHighlightsInBoldOnAScreen() {
        server.on("GET /search", Answer.json(hits(false)));

        Result screen = command().onScreen(100).run("search", "short", "path", "--kind", "code");
        assertThat(screen.out())
                .contains("Routing")
                .contains("    if a < b: \u001b[1mshort\u001b[0mest && \\u001b[2J\n");
        assertThat(server.asked("GET /search").getFirst().query())
                .isEqualTo("q=short%20path&kind=code&size=20");
        assertThat(command().run("search", "short").out())
                .isEqualTo("artifact\t" + ID + "\tRouting\tif a < b: shortest && \\u001b[2J\n");
    }

    @Test
    void aDegradedSearchSaysSo() {
        server.on("GET /search", Answer.json(hits(true)));

        assertThat(command().run("search", "short").err()).contains("simpler search");
        Result json = command().run("search", "short", "--json");
        assertThat(json.json().path("degraded").asBoolean()).isTrue();
        assertThat(json.json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void importsAreListedShownAndLookedInto() {
        String one =
                """
                {"id":"%s","fileName":"e.zip","state":"completed","createdAt":"2026-01-02T03:04:05Z",
                 "counts":{"artifacts":9,"broken":1,"unreadable":2}}\
                """
                        .formatted(ID);
        server.on("GET /imports", page(one, "null"));
        server.on("GET /imports/" + ID, Answer.json(one));
        server.on(
                "GET /imports/" + ID + "/items",
                page(
                        """
                        {"position":4,"outcome":"broken","kind":"artifact","title":"T","reason":"r",
                         "detail":"d"}\
                        """,
                        "null"));

        assertThat(command().run("imports").out())
                .isEqualTo(ID + "\tcompleted\t9\t3\t2026-01-02T03:04:05Z\te.zip\n");
        assertThat(command().run("imports", ID).out()).contains("e.zip: completed");
        assertThat(command().run("imports", ID, "--outcome", "broken").out())
                .isEqualTo("4\tbroken\tartifact\tr\tT\td\n");
        assertThat(server.asked("GET /imports/" + ID + "/items").getLast().query())
                .isEqualTo("outcome=broken&size=20");
        assertThat(command().run("imports", "--items").code()).isEqualTo(2);
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private static String artifact(String title) {
        return ARTIFACT.formatted(ID, title);
    }

    private static String hits(boolean degraded) {
        return """
        {"items":[{"type":"artifact","id":"%s","title":"Routing","kind":"code","source":"claude",
          "highlights":{"content":["if a &lt; b: <em>short</em>est &amp;&amp; &#27;[2J"]}}],
         "total":1,"degraded":%s,"tookMs":3}\
        """
                .formatted(ID, degraded);
    }

    private static Answer page(String items, String next) {
        return Answer.json("{\"items\":[%s],\"next\":%s}".formatted(items, next));
    }
}
