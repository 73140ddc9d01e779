package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import io.artifactor.cli.TestingServer.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutCommandTest {

    private static final String UPLOAD = "0193aaaa-0000-7000-8000-00000000000a";
    private static final String ARTIFACT = "0193aaaa-0000-7000-8000-00000000000b";
    private static final String FOLDER = "0193aaaa-0000-7000-8000-00000000000c";
    private static final Answer ADDED =
            Answer.created("{\"id\":\"%s\",\"title\":\"T\",\"revision\":1}".formatted(ARTIFACT));
    private static final int LARGE = 9_000_000;

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @BeforeEach
    void aLibrary() {
        server.on("POST /artifacts/upload", ADDED)
                .on(
                        "GET /folders",
                        Answer.json(
                                "{\"items\":[{\"id\":\"%s\",\"path\":\"Work\"}],\"next\":null}"
                                        .formatted(FOLDER)))
                .on("POST /folders", Answer.created("{\"id\":\"made-1\"}"))
                .on("GET /artifacts/" + ARTIFACT, Answer.json("{\"id\":\"" + ARTIFACT + "\"}"))
                .on("POST /uploads", Answer.created("{\"id\":\"" + UPLOAD + "\"}"))
                .on("PATCH /uploads/" + UPLOAD, Answer.empty());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private String file(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, content).toString();
    }

    private String largeFile() throws IOException {
        byte[] content = new byte[LARGE];
        Arrays.fill(content, (byte) 7);
        return Files.write(home.resolve("large.bin"), content).toString();
    }

    private static Answer state(long offset, boolean finished) {
        return Answer.json(
                "{\"length\":%d,\"offset\":%d,\"finished\":%b,\"artifactId\":%s}"
                        .formatted(
                                LARGE,
                                offset,
                                finished,
                                finished ? "\"" + ARTIFACT + "\"" : "null"));
    }

    @Test
    void aFileIsSentWithItsPlaceItsDigestAndAKeyOfItsOwn() throws IOException {
        String file = file("sort.py", "def sort(): ...");

        Result result =
                command().run("put", file, "--folder", "/work", "--tag", "a", "--tag", "b, c");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo(ARTIFACT + "\t" + file + "\n");
        Asked sent = server.asked("POST /artifacts/upload").getFirst();
        assertThat(sent.query())
                .isEqualTo("fileName=sort.py&folderId=" + FOLDER + "&tag=a&tag=b%2C%20c");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("def sort(): ...");
        assertThat(sent.headers()).containsKeys("Idempotency-key", "Repr-digest");
    }

    @Test
    void theFilesOfAFolderGoIntoFoldersOfTheSameNames() throws IOException {
        file("notes/a.md", "a");
        file("notes/deep/b.md", "b");
        file("notes/.git/config", "no");

        Result result =
                command()
                        .run("put", home.resolve("notes").toString(), "--folder", "Work", "--json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.json().path("items")).hasSize(2);
        assertThat(server.asked("GET /folders")).hasSize(1);
        assertThat(server.asked("POST /folders"))
                .extracting(asked -> asked.json().toString())
                .containsExactly(
                        "{\"name\":\"notes\",\"parentId\":\"" + FOLDER + "\"}",
                        "{\"name\":\"deep\",\"parentId\":\"made-1\"}");
    }

    @Test
    void whatIsPutIntoAWorkspaceGoesIntoItsFolders() throws IOException {
        String file = file("a.md", "a");
        String place = "0193aaaa-0000-7000-8000-00000000000a";

        Result result =
                command()
                        .run(
                                "put",
                                file,
                                "--workspace",
                                place,
                                "--folder",
                                "New",
                                "--parents",
                                "--visibility",
                                "private");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(server.asked("GET /folders").getFirst().query()).isEqualTo("workspace=" + place);
        assertThat(server.asked("POST /folders").getFirst().json().toString())
                .isEqualTo("{\"name\":\"New\",\"workspaceId\":\"%s\"}".formatted(place));
        assertThat(server.asked("POST /artifacts/upload").getFirst().query())
                .contains("visibility=private&workspaceId=" + place + "&folderId=made-1");
    }

    @Test
    void aFolderThatIsNotThereIsMadeOnlyWhenThatIsSaid() throws IOException {
        String file = file("a.md", "a");

        Result refused = command().run("put", file, "--folder", "New/Deep");
        Result made = command().run("put", file, "--folder", "New/Deep", "--parents");

        assertThat(refused.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(server.asked("POST /folders")).hasSize(2);
        assertThat(server.asked("POST /artifacts/upload")).hasSize(1);
    }

    @Test
    void theStandardInputIsContent() {
        Result result = command().typing("select 1;").run("put", "-", "--name", "a.sql");

        assertThat(result.code()).as(result.err()).isZero();
        Asked sent = server.asked("POST /artifacts/upload").getFirst();
        assertThat(sent.query()).isEqualTo("fileName=a.sql");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("select 1;\n");
    }

    @Test
    void oneThatIsRefusedDoesNotKeepTheOthersOut() throws IOException {
        server.on(
                "POST /artifacts/upload",
                Answer.problem(413, "too-large", "Too large", "At most 1 byte"),
                ADDED);

        Result result = command().run("put", file("a", "aa"), file("b", "bb"), "--json");

        assertThat(result.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(result.json().path("items").get(0).path("failure").asText())
                .contains("Too large");
        assertThat(result.json().path("items").get(1).path("id").asText()).isEqualTo(ARTIFACT);
    }

    @Test
    void whoMayNotWriteIsToldOnce() throws IOException {
        server.on(
                "POST /artifacts/upload",
                Answer.problem(403, "forbidden", "Forbidden", "This token may only read"));

        Result result = command().run("put", file("a", "aa"), file("b", "bb"));

        assertThat(result.code()).isEqualTo(ExitCode.FORBIDDEN.number());
        assertThat(server.asked("POST /artifacts/upload")).hasSize(1);
    }

    @Test
    void whatComesBackFromTheTrashGoesWhereItIsWished() throws IOException {
        server.on(
                "POST /artifacts/upload",
                Answer.json(
                        "{\"id\":\"%s\",\"title\":\"Old\",\"revision\":4,\"tags\":[\"x\"]}"
                                .formatted(ARTIFACT)));
        server.on("PATCH /artifacts/" + ARTIFACT, Answer.json("{\"id\":\"" + ARTIFACT + "\"}"));

        Result result = command().run("put", file("a", "aa"), "--folder", "Work", "--tag", "y");

        assertThat(result.err()).contains("Brought back from the trash: Old");
        assertThat(server.asked("PATCH /artifacts/" + ARTIFACT).getFirst().json().toString())
                .isEqualTo("{\"folderId\":\"%s\",\"tags\":[\"x\",\"y\"]}".formatted(FOLDER));
    }

    @Test
    void aLargeFileIsSentInPiecesAndSurvivesABreak() throws IOException {
        server.on(
                "GET /uploads/" + UPLOAD,
                state(0, false),
                state(4_000_000, false),
                state(LARGE, true));
        server.on(
                "PATCH /uploads/" + UPLOAD,
                Answer.problem(503, "unavailable", "Unavailable", "Restarting"),
                Answer.empty());

        Result result = command().run("put", largeFile(), "--title", "Weights", "--tag", "a");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(server.asked("PATCH /uploads/" + UPLOAD))
                .extracting(asked -> asked.body().length)
                .containsExactly(LARGE, LARGE - 4_000_000);
        assertThat(server.asked("POST /uploads").getFirst().headers().get("Upload-metadata"))
                .first()
                .asString()
                .contains("filename " + base64("large.bin"))
                .contains("title " + base64("Weights"))
                .contains("tags " + base64("a"))
                .contains("sha256 ");
    }

    @Test
    void theSameCommandGoesOnWithWhatAnEarlierOneLeft() throws IOException {
        String file = largeFile();
        server.on("GET /uploads/" + UPLOAD, state(0, false));
        server.on(
                "PATCH /uploads/" + UPLOAD,
                Answer.problem(503, "unavailable", "Unavailable", "Restarting"));
        Result broken = command().run("put", file, "--patience", "0");
        assertThat(broken.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(broken.err()).contains("The same command again goes on");
        server.on("PATCH /uploads/" + UPLOAD, Answer.empty());
        server.on(
                "GET /uploads/" + UPLOAD,
                state(5_000_000, false),
                state(5_000_000, false),
                state(LARGE, true));

        Result again = command().run("put", file);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("Going on where it broke off");
        assertThat(server.asked("POST /uploads")).hasSize(1);
        assertThat(server.asked("PATCH /uploads/" + UPLOAD).getLast().body())
                .hasSize(LARGE - 5_000_000);
        server.on("GET /uploads/" + UPLOAD, state(0, false), state(LARGE, true));
        command().run("put", file);
        assertThat(server.asked("POST /uploads")).hasSize(2);
    }

    @Test
    void anUploadTheServerForgotBeginsAnew() throws IOException {
        String file = largeFile();
        server.on("GET /uploads/" + UPLOAD, state(0, false));
        server.on(
                "PATCH /uploads/" + UPLOAD,
                Answer.problem(503, "unavailable", "Unavailable", "Restarting"));
        command().run("put", file, "--patience", "0");
        server.on("PATCH /uploads/" + UPLOAD, Answer.empty());
        server.on("GET /uploads/" + UPLOAD, Answer.notFound(), state(0, false), state(LARGE, true));

        Result again = command().run("put", file);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(server.asked("POST /uploads")).hasSize(2);
    }

    @Test
    void whatCannotBeMeantIsMisuse() throws IOException {
        String file = file("a", "aa");

        assertThat(command().run("put", file, file, "--title", "T").code()).isEqualTo(2);
        assertThat(command().run("put", home.toString(), "--name", "T").code()).isEqualTo(2);
        assertThat(command().run("put", "-", "-").code()).isEqualTo(2);
        assertThat(command().run("put", home.resolve("absent").toString()).code()).isEqualTo(2);
        assertThat(command().run("put").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
