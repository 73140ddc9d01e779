package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must stay, and what goes by its age. */
class KeepingCommandsTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String RULE = "/retention-rules/" + ID;

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private void theRuleRuns() {
        server.on("GET " + RULE, Answer.json("{\"name\":\"Old drafts\",\"action\":\"trash\"}"));
        server.on(
                "GET " + RULE + "/preview",
                Answer.json(
                        """
                        {"count":2,"bytes":2048,"held":1,"items":[{"id":"a1","kind":"code","size":9,
                         "dueAt":"2026-11-21T00:00:00Z","held":true,"title":"Old"}],"next":null}\
                        """));
        server.on("POST " + RULE + "/run", Answer.accepted("{\"id\":\"r1\",\"state\":\"queued\"}"));
        server.on(
                "GET /operations/r1",
                Answer.json("{\"id\":\"r1\",\"kind\":\"retention\",\"state\":\"succeeded\"}"));
    }

    @Test
    void holdsAreListedPlacedAndReleased() {
        String hold =
                """
                {"id":"h1","state":"active","placedAt":"2026-11-21T00:00:00Z","name":"Case 17",
                 "revision":3,"on":{"kind":"workspace","id":"w1"}}\
                """;
        server.on("GET /holds", Answer.json("{\"items\":[%s],\"next\":null}".formatted(hold)));
        server.on("POST /holds", Answer.created(hold));
        server.on("GET /holds/" + ID, Answer.json(hold));
        server.on("DELETE /holds/" + ID, Answer.json(hold));

        assertThat(command().run("admin", "hold", "list", "--state", "active").out())
                .isEqualTo("h1\tactive\t2026-11-21T00:00:00Z\tworkspace:w1\tCase 17\n");
        assertThat(server.asked("GET /holds").getFirst().query()).contains("state=active");
        Result placed =
                command()
                        .run(
                                "admin",
                                "hold",
                                "place",
                                "Case 17",
                                "--reason",
                                "Counsel",
                                "--on",
                                "workspace:" + ID);
        assertThat(placed.out()).as(placed.err()).isEqualTo("h1\n");
        assertThat(server.asked("POST /holds").getFirst().json().path("on").toString())
                .isEqualTo("{\"kind\":\"workspace\",\"id\":\"" + ID + "\"}");
        assertThat(command().run("admin", "hold", "release", ID, "--reason", "Over & out").out())
                .isEqualTo("Released: Case 17 (workspace:w1)\n");
        assertThat(server.asked("DELETE /holds/" + ID).getFirst().query())
                .isEqualTo("reason=Over%20%26%20out");
        assertThat(server.asked("DELETE /holds/" + ID).getFirst().headers().values())
                .anySatisfy(values -> assertThat(values).containsExactly("\"3\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin hold",
                "admin hold place Case --reason R --on 0193aaaa-0000-7000-8000-000000000003",
                "admin hold place Case --reason R --on tag:0193aaaa-0000-7000-8000-000000000003",
                "admin hold place Case --on user:0193aaaa-0000-7000-8000-000000000003",
                "admin hold release 0193aaaa-0000-7000-8000-000000000003",
                "admin retention run",
                "admin retention preview 0193aaaa-0000-7000-8000-000000000003 --at yesterday"
            })
    void wrongArgumentsAskTheServerNothing(String arguments) {
        assertThat(command().run(arguments.split(" ")).code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whoMayNotIsToldHowToSignInForIt() {
        server.on("GET /holds", Answer.problem(403, "forbidden", "Forbidden", "No."));

        Result result = command().run("admin", "hold", "list");

        assertThat(result.code()).isEqualTo(ExitCode.FORBIDDEN.number());
        assertThat(result.err()).contains("artifactor login --admin");
    }

    @Test
    void rulesAreListedWithWhatNarrowsThem() {
        server.on(
                "GET /retention-rules",
                Answer.json(
                        """
                        {"items":[{"id":"r","workspaceId":"w1","afterDays":365,"action":"trash",
                         "tag":"draft","kind":"code","nextRunAt":"2026-11-23T04:00:00Z",
                         "name":"Old drafts"}],"next":null}\
                        """));

        assertThat(command().run("admin", "retention", "list").out())
                .isEqualTo(
                        "r\tw1\t365\ttrash\tkind=code tag=draft\t2026-11-23T04:00:00Z\tOld"
                                + " drafts\n");
    }

    @Test
    void aPreviewSaysWhatWouldGoAndWhatIsHeld() {
        theRuleRuns();

        Result result =
                command().run("admin", "retention", "preview", ID, "--at", "2027-01-01T00:00:00Z");

        assertThat(result.out()).isEqualTo("a1\tcode\t9\t2026-11-21T00:00:00Z\theld\tOld\n");
        assertThat(result.err()).contains("2 artifacts (2.0 KiB); 1 more stay under a hold");
        assertThat(server.asked("GET " + RULE + "/preview").getFirst().query())
                .contains("at=2027-01-01T00%3A00%3A00Z");
    }

    @Test
    void aRuleRunsAtOnceInAPipeAndIsAskedAboutOnATerminal() {
        theRuleRuns();

        assertThat(command().run("admin", "retention", "run", ID).code()).isZero();
        assertThat(command().run("admin", "retention", "run", ID, "--no-wait").out())
                .isEqualTo("r1\n");
        Result refused = command().onScreen(80).typing("n").run("admin", "retention", "run", ID);
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err()).contains("Old drafts (trash): 2 artifacts (2.0 KiB)");
        assertThat(server.asked("POST " + RULE + "/run")).hasSize(2);
        assertThat(command().onScreen(80).typing("y").run("admin", "retention", "run", ID).out())
                .contains("succeeded");
    }

    @Test
    void whatARunDidIsListed() {
        server.on(
                "GET /retention-runs/" + ID + "/items",
                Answer.json(
                        "{\"items\":[{\"outcome\":\"held\",\"artifactId\":\"a1\"}],\"next\":null}"));

        assertThat(command().run("admin", "retention", "items", ID).out()).isEqualTo("held\ta1\n");
    }
}
