package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeCommandsTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    @Test
    void whatIsDeletedIsTheRevisionThatWasRead() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json("{\"id\":\"%s\",\"title\":\"Old\",\"revision\":7}".formatted(ID)));
        server.on("DELETE /artifacts/" + ID, Answer.json("{}"));

        Result result = command().run("rm", ID);

        assertThat(result.out()).isEqualTo("Deleted: Old\n");
        assertThat(server.asked("DELETE /artifacts/" + ID).getFirst().headers().values())
                .anySatisfy(values -> assertThat(values).containsExactly("\"7\""));
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json(
                        "{\"id\":\"%s\",\"branch\":\"main\",\"fileName\":\"a.txt\"}"
                                .formatted(ID)));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json(
                        """
                        {"items":[{"id":"v2","number":2},{"id":"v1","number":1}],"next":null}\
                        """));
        server.on(
                "GET /artifacts/" + ID + "/diff",
                Answer.json(
                        """
                        {"identical":false,"binary":false,"hunks":[
                         {"fromStart":1,"fromLines":1,"toStart":1,"toLines":1,"lines":[
                          {"op":"delete","text":"a"},
                          {"op":"insert","text":"b","unended":true}]}]}\
                        """));

        Result result = command().run("diff", ID, "1", "2");

        assertThat(result.out())
                .isEqualTo(
                        """
                        --- a/a.txt
                        +++ b/a.txt
                        @@ -1,1 +1,1 @@
                        -a
                        +b
                        \\ No newline at end of file
                        """);
        assertThat(server.asked("GET /artifacts/" + ID + "/diff").getFirst().query())
                .contains("from=v1")
                .contains("to=v2");
        assertThat(command().run("diff", ID, "1", "9").code())
                .isEqualTo(ExitCode.NOT_FOUND.number());
    }

    @Test
    void withoutNumbersTheNewestIsComparedWithTheOneBeforeInColoursOnAScreenOnly() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json(
                        "{\"id\":\"%s\",\"branch\":\"main\",\"fileName\":\"a.c\"}".formatted(ID)));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json(
                        """
                        {"items":[{"id":"v3","number":3},{"id":"v1","number":1},
                         {"id":"v2","number":2}],"next":null}\
                        """));
        server.on(
                "GET /artifacts/" + ID + "/diff",
                Answer.json(
                        """
                        {"identical":false,"binary":false,"hunks":[
                         {"fromStart":1,"fromLines":1,"toStart":1,"toLines":1,"lines":[
                          {"op":"delete","text":"\\ta"},{"op":"insert","text":"\\tb\\u001b[2J"}]}]}\
                        """));

        Result piped = command().run("diff", ID);
        Result shown = command().onScreen(80).run("diff", ID);

        assertThat(server.asked("GET /artifacts/" + ID + "/diff").getFirst().query())
                .contains("from=v2", "to=v3");
        assertThat(piped.out()).endsWith("-\ta\n+\tb\\u001b[2J\n").doesNotContain("\u001b");
        assertThat(shown.out())
                .contains("\u001b[31m-\ta\u001b[0m", "\u001b[32m+\tb\\u001b[2J\u001b[0m");
    }

    @Test
    void thereIsNothingToCompareInOneVersion() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json("{\"id\":\"%s\",\"branch\":\"main\"}".formatted(ID)));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json("{\"items\":[{\"id\":\"v1\",\"number\":1}],\"next\":null}"));

        Result result = command().run("diff", ID);

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(result.err()).contains("nothing before the newest");
    }

    @Test
    void oneThatCannotBeDeletedDoesNotKeepTheOthers() {
        String changed = "0193aaaa-0000-7000-8000-000000000004";
        for (String id : new String[] {ID, changed}) {
            server.on(
                    "GET /artifacts/" + id,
                    Answer.json("{\"id\":\"%s\",\"title\":\"T\",\"revision\":7}".formatted(id)));
        }
        server.on("DELETE /artifacts/" + ID, Answer.empty());
        server.on(
                "DELETE /artifacts/" + changed,
                Answer.problem(412, "precondition-failed", "Changed", "It is at revision 8"));

        Result result = command().run("rm", changed, ID);

        assertThat(result.code()).isEqualTo(ExitCode.CHANGED.number());
        assertThat(result.out()).isEqualTo("Deleted: T\n");
        assertThat(result.err()).contains(changed, "It is at revision 8");
    }

    @Test
    void contentIsPrinted() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json("{\"id\":\"%s\",\"branch\":\"main\"}".formatted(ID)));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json("{\"items\":[{\"id\":\"v1\",\"number\":1}],\"next\":null}"));
        server.on(
                "GET /artifacts/" + ID + "/versions/v1/content",
                Answer.bytes(new byte[] {'a', '\n', 'b'}));

        assertThat(command().run("cat", ID, "--version", "1").out()).isEqualTo("a\nb");
        assertThat(command().run("cat", ID, "--version", "2").code()).isEqualTo(4);
        assertThat(command().run("cat", ID, "--json").code()).isEqualTo(2);
    }

    @Test
    void theWholeStoreIsCheckedPartByPart() {
        server.on(
                "POST /admin/verify",
                Answer.json("{\"checked\":3,\"failed\":[],\"next\":\"aa\"}"),
                Answer.json(
                        """
                        {"checked":2,"next":null,
                         "failed":[{"outcome":"corrupt","sha256":"bb","size":5}]}\
                        """));

        Result result = command().run("admin", "verify");

        assertThat(result.out()).startsWith("corrupt bb");
        assertThat(result.err()).contains("5 contents checked, 1 damaged");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void malwareAmongTheContentsIsNamed() {
        server.on(
                "POST /admin/verify",
                Answer.json(
                        """
                        {"checked":9,"unscanned":2,"next":null,
                         "failed":[{"outcome":"ok","sha256":"cc","size":5,"malware":"Test.Eicar"}]}\
                        """));

        Result result = command().run("admin", "verify");

        assertThat(result.out()).startsWith("malware Test.Eicar cc");
        assertThat(result.err())
                .contains("9 contents checked, 0 damaged, 1 with malware, 2 not scanned");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void aSweepGoesOnUntilNothingIsLeft() {
        server.on(
                "POST /admin/purge",
                Answer.json("{\"artifacts\":200,\"blobs\":1,\"bytes\":10,\"complete\":false}"),
                Answer.json("{\"artifacts\":5,\"blobs\":1,\"bytes\":10,\"complete\":true}"));

        Result result = command().run("admin", "purge", "--json");

        assertThat(result.out()).contains("\"artifacts\" : 205", "\"blobs\" : 2");
        assertThat(server.asked("POST /admin/purge")).hasSize(2);
    }
}
