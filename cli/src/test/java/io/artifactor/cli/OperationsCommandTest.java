package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String OTHER = "0193aaaa-0000-7000-8000-000000000004";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String... arguments) {
        return TestingCommand.of(home, server).run(arguments);
    }

    private static Answer state(String state, int done) {
        return Answer.json(
                """
                {"id":"%s","kind":"import","title":"export.zip","state":"%s","phase":"reading",
                 "progress":{"done":%d,"total":200,"unit":"bytes","secondsLeft":4},
                 "counts":{"artifacts":3},
                 "problem":%s,"createdAt":"2026-11-21T10:15:30Z"}\
                """
                        .formatted(
                                ID,
                                state,
                                done,
                                state.equals("failed")
                                        ? "{\"code\":\"unreadable-import\",\"detail\":\"No zip\"}"
                                        : "null"));
    }

    @Test
    void operationsAreListed() {
        server.on(
                "GET /operations",
                Answer.json(
                        """
                        {"items":[{"id":"o1","kind":"import","state":"running","title":"a.zip",
                         "createdAt":"2026-11-21T10:15:30Z","progress":{"done":50,"total":200}}],
                         "next":null}\
                        """));

        assertThat(run("operations", "list").out())
                .isEqualTo("o1\timport\trunning\t25%\t2026-11-21T10:15:30Z\ta.zip\n");
        run("operations", "list", "--everybody");
        assertThat(server.asked("GET /operations").getLast().query()).isEqualTo("all=true&size=20");
    }

    @Test
    void oneIsShownWithWhatCameOfIt() {
        server.on("GET /operations/" + ID, state("running", 50));

        assertThat(run("operations", "show", ID).out())
                .contains("import export.zip")
                .contains("state         running")
                .contains("done          50 of 200 bytes (25%), 4 seconds left")
                .contains("artifacts     3");
        assertThat(run("operations", "show", OTHER).code()).isEqualTo(4);
        assertThat(run("operations", "show", "7").code()).isEqualTo(2);
    }

    @Test
    void waitingEndsWithTheOperationAlsoOverARestart() {
        server.on(
                "GET /operations/" + ID,
                state("queued", 0),
                Answer.of(503, "text/html", "starting"),
                state("running", 50),
                state("succeeded", 200));

        Result result = run("operations", "wait", ID);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("state         succeeded");
        assertThat(server.asked("GET /operations/" + ID)).hasSize(4);
    }

    @Test
    void waitingForWhatFailsFails() {
        server.on("GET /operations/" + ID, state("failed", 50));

        Result result = run("operations", "wait", ID, "--json");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.json().path("problem").path("detail").asText()).isEqualTo("No zip");
    }

    @Test
    void severalAreStoppedAndOneThatIsOverIsNamed() {
        server.on("POST /operations/" + ID + "/stop", state("stopped", 50));
        server.on(
                "POST /operations/" + OTHER + "/stop",
                Answer.problem(409, "conflict", "Conflict", "It is over"));

        Result result = run("operations", "stop", OTHER, ID);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo(ID + ": stopped\n");
        assertThat(result.err()).contains(OTHER, "It is over");
        assertThat(run("operations", "restart", ID).code()).isEqualTo(4);
        assertThat(run("operations").code()).isEqualTo(2);
    }

    @Test
    void activityIsListedAndNarrowed() {
        server.on(
                "GET /activity",
                Answer.json(
                        """
                        {"items":[{"actor":{"name":"Ada"},"type":"artifact.added","count":3,
                         "subject":{"type":"artifact","id":"a1","title":"Merge sort"},
                         "at":"2026-11-21T10:15:30Z","until":"2026-11-21T10:18:04Z"}],
                         "next":null}\
                        """));

        Result result =
                run("activity", "--type", "artifact.added", "--from", "2026-11-21T00:00:00Z");

        assertThat(result.out())
                .isEqualTo("2026-11-21T10:18:04Z\tAda\tartifact.added\t3\ta1\tMerge sort\n");
        assertThat(server.asked("GET /activity").getFirst().query())
                .isEqualTo("type=artifact.added&from=2026-11-21T00%3A00%3A00Z&size=20");
        assertThat(run("activity", "--from", "yesterday").code()).isEqualTo(2);
    }

    @Test
    void theIndexIsBuiltAnewAndWaitedFor() {
        server.on(
                "POST /admin/search/reindex",
                Answer.accepted("{\"id\":\"r1\"}")
                        .with("Location", server.url() + "/api/v1/admin/search/reindex/r1"));
        server.on("GET /admin/search/reindex/r1", state("running", 50), state("completed", 200));

        assertThat(run("admin", "reindex").code()).isZero();
        assertThat(server.asked("GET /admin/search/reindex/r1")).hasSize(2);
        assertThat(run("admin", "reindex", "--no-wait", "--json").json().path("id").asText())
                .isEqualTo("r1");
        assertThat(server.asked("GET /admin/search/reindex/r1")).hasSize(2);
    }

    @Test
    void aServerThatCannotBuildItsIndexSaysSo() {
        Result result = run("admin", "reindex");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("it has no such route").hasLineCount(1);
    }
}
