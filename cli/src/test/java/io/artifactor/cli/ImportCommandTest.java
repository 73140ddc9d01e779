package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import io.artifactor.cli.TestingServer.Asked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000001";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();
    private Path export = Path.of("");

    @BeforeEach
    void anExport() throws IOException {
        export = Files.writeString(home.resolve("export.json"), "[]".repeat(500));
        server.on("POST /imports", Answer.created(state("queued", 0, 0)));
        server.on(
                "GET /imports/" + ID,
                Answer.json(state("running", 100, 0)),
                Answer.json(state("running", 600, 0)),
                Answer.json(state("completed", 1000, 0)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFileIsSentAsItIsAndFollowedToItsEnd() throws IOException {
        Result result = command().run("import", export.toString());

        assertThat(result.code()).isZero();
        Asked upload = server.asked("POST /imports").getFirst();
        assertThat(upload.body()).isEqualTo(Files.readAllBytes(export));
        assertThat(upload.query()).isEqualTo("fileName=export.json&start=true&preview=false");
        assertThat(upload.token()).isEqualTo("Bearer art_secret");
        assertThat(result.out())
                .contains("export.json: completed (claude)")
                .contains("412 conversations, 900 messages, 96 artifacts, 120 versions")
                .contains(
                        "90 added, 4 updated, 2 restored, 1 unchanged, 1 skipped, 0 broken,"
                                + " 0 unreadable");
    }

    @Test
    void aLogGetsAFewLinesAndNoBar() {
        Result result = command().run("import", export.toString());

        assertThat(result.err())
                .contains("Upload: 100 % of 1000 B")
                .contains("Import: 60 % of 1000 B, 412 conversations, 96 artifacts")
                .doesNotContain("\r", "\u001b");
    }

    @Test
    void aScreenGetsABar() {
        Result result = command().onScreen(100).run("import", "--yes", export.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("\rUpload 100%", "\rImport 100%");
    }

    @Test
    void thePreviewOnlySaysWhatIsInIt() {
        previewed(3);
        server.on("GET /imports/" + ID + "/items", Answer.json("{\"items\":[],\"next\":null}"));

        Result result = command().run("import", "--preview", export.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("412 conversations, 96 artifacts, 3 unreadable\n");
        assertThat(server.asked("POST /imports").getFirst().query())
                .contains("start=false", "preview=true");
        assertThat(server.asked("POST /imports/" + ID + "/start")).isEmpty();
    }

    @Test
    void aPersonSeesThePreviewAndDecides() {
        previewed(0);
        Result no = command().onScreen(80).typing("n").run("import", export.toString());
        assertThat(no.code()).isZero();
        assertThat(no.out()).contains("412 conversations, 96 artifacts, 0 unreadable");
        assertThat(server.asked("POST /imports/" + ID + "/start")).isEmpty();

        previewed(0);
        server.on("POST /imports/" + ID + "/start", Answer.accepted(state("queued", 0, 0)));
        server.on(
                "GET /imports/" + ID,
                Answer.json(state("previewed", 1000, 0)),
                Answer.json(state("running", 500, 0)),
                Answer.json(state("completed", 1000, 0)));
        Result yes = command().onScreen(80).typing("y").run("import", export.toString());
        assertThat(yes.code()).isZero();
        assertThat(yes.out()).contains("export.json: completed");
    }

    @Test
    void optionsReachTheServer() {
        command()
                .run(
                        "import",
                        "--code-block-min-lines=7",
                        "--code-block-min-chars=300",
                        export.toString());

        assertThat(server.asked("POST /imports").getFirst().query())
                .contains("codeBlockMinLines=7", "codeBlockMinChars=300");
    }

    @Test
    void noWaitReturnsWithTheId() {
        Result result = command().run("import", "--no-wait", export.toString());

        assertThat(result.out()).isEqualTo(ID + "\n");
        assertThat(server.asked("GET /imports/" + ID)).isEmpty();
    }

    @Test
    void brokenItemsAreNamedWithTheirReasonAndOnlyStrictlyAFailure() {
        incomplete(2);

        Result result = command().run("import", export.toString());
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains("Warning: 2 did not arrive whole:")
                .contains("  unreadable conversation \"Title 0\": malformed: at byte 17")
                .doesNotContain("more; to see all");

        incomplete(2);
        assertThat(command().run("import", "--strict", export.toString()).code()).isEqualTo(5);
    }

    @Test
    void twentyBrokenItemsAreNamedAndTheOthersCounted() {
        incomplete(25);
        Result result = command().run("import", export.toString());

        assertThat(result.err())
                .contains("Title 19")
                .doesNotContain("Title 20")
                .contains("and 5 more; to see all: artifactor imports " + ID + " --items --all");
    }

    @Test
    void aFailedImportSaysWhy() {
        server.on(
                "GET /imports/" + ID,
                Answer.json(
                        """
                        {"id":"%s","fileName":"export.json","state":"failed","counts":{},
                         "problem":{"code":"unreadable-import","detail":"No known format"}}\
                        """
                                .formatted(ID)));
        Result result = command().run("import", export.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("No known format [unreadable-import]");
    }

    @Test
    void aServerThatRestartsMeanwhileIsWaitedFor() {
        AtomicInteger pauses = new AtomicInteger();
        Result result =
                command()
                        .whenPausing(duration -> {
                            switch (pauses.incrementAndGet()) {
                                case 1 -> server.goAway();
                                case 4 -> server.comeBack();
                                default -> {}
                            }
                        })
                        .run("import", export.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .contains("Cannot reach the server at " + server.url())
                .contains("The server is back.");
        assertThat(result.out()).contains("completed");
    }

    @Test
    void aServerThatAnswersBeforeTheApplicationIsThereIsWaitedForToo() {
        server.on(
                "GET /imports/" + ID,
                Answer.of(404, "text/html", "<h1>Context Root Not Found</h1>"),
                Answer.problem(503, "unavailable", "Unavailable", "The database is away"),
                Answer.json(state("completed", 1000, 0)));

        assertThat(command().run("import", export.toString()).code()).isZero();
    }

    @Test
    void patienceWithAServerThatStaysAwayEnds() {
        AtomicInteger pauses = new AtomicInteger();
        Result result =
                command()
                        .whenPausing(duration -> {
                            if (pauses.incrementAndGet() == 1) {
                                server.goAway();
                            }
                        })
                        .run("import", "--patience", "10", export.toString());

        assertThat(result.code()).isEqualTo(6);
        assertThat(pauses.get()).isBetween(5, 20);
    }

    @Test
    void aFolderIsSentAsAZipWithoutLinksAndVersionControl() throws IOException {
        Path folder = Files.createDirectory(home.resolve("notes"));
        Files.createDirectories(folder.resolve("deep/er"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("deep/er/b.md"), "bee");
        Files.writeString(folder.resolve("a.md"), "ay");
        Files.writeString(folder.resolve(".git/config"), "secret");
        Files.createSymbolicLink(folder.resolve("link.md"), export);
        Files.createSymbolicLink(folder.resolve("links"), home);

        Result result = command().run("import", folder.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("Left out (symbolic links, special files): 2");
        Asked upload = server.asked("POST /imports").getFirst();
        assertThat(upload.query()).startsWith("fileName=notes.zip&");
        assertThat(entries(upload.body())).containsExactly("a.md=ay", "deep/er/b.md=bee");
    }

    @Test
    void anEmptyFolderIsNotSent() throws IOException {
        Path folder = Files.createDirectory(home.resolve("empty"));

        assertThat(command().run("import", folder.toString()).code()).isEqualTo(1);
        assertThat(server.asked("POST /imports")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereStopsBeforeAnythingIsSent() {
        Result result = command().run("import", export.toString(), home.resolve("nope").toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aRefusalOfOneFileDoesNotStopTheOthers() throws IOException {
        Path other = Files.writeString(home.resolve("other.json"), "{}");
        server.on(
                "POST /imports",
                Answer.problem(413, "too-large", "Too large", "At most 4 GB"),
                Answer.created(state("queued", 0, 0)));

        Result result = command().run("import", "--json", export.toString(), other.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("export.json: Too large: At most 4 GB [request req-7]");
        JsonNode items = result.json().path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("failure").asText()).contains("Too large");
        assertThat(items.get(1).path("state").asText()).isEqualTo("completed");
    }

    @Test
    void somethingElseThanWasSentIsNoticed() {
        server.on(
                "POST /imports",
                Answer.created("{\"id\":\"%s\",\"sha256\":\"%s\"}".formatted(ID, "0".repeat(64))));

        Result result = command().run("import", export.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("something else than was sent");
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private void previewed(int unreadable) {
        server.on(
                "GET /imports/" + ID,
                Answer.json(state("previewing", 10, 0)),
                Answer.json(state("previewed", 1000, unreadable)));
    }

    private void incomplete(int unreadable) {
        server.on("GET /imports/" + ID, Answer.json(state("completed", 1000, unreadable)));
        List<String> items = new ArrayList<>();
        for (int i = 0; i < Math.min(unreadable, 20); i++) {
            items.add(
                    """
                    {"position":%d,"key":"k","kind":"conversation","title":"Title %d",
                     "outcome":"unreadable","reason":"malformed","detail":"at byte 17"}\
                    """
                            .formatted(i, i));
        }
        String page = "{\"items\":[%s],\"next\":null}".formatted(String.join(",", items));
        server.on(
                "GET /imports/%s/items?outcome=unreadable&size=20".formatted(ID),
                Answer.json(page));
        server.on("GET /imports/" + ID + "/items", Answer.json("{\"items\":[],\"next\":null}"));
    }

    private static String state(String state, long read, int unreadable) {
        return """
        {"id":"%s","fileName":"export.json","state":"%s","format":"claude",
         "bytesRead":%d,"bytesTotal":1000,
         "counts":{"conversations":412,"messages":900,"artifacts":96,"versions":120,"added":90,
         "updated":4,"restored":2,"unchanged":1,"skipped":1,"broken":0,"unreadable":%d}}\
        """
                .formatted(ID, state, read, unreadable);
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(
                        entry.getName()
                                + "="
                                + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
