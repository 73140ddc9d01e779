package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000002";
    private static final byte[] CONTENT = "print('hello')\n".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();
    private Path target = Path.of("");

    @BeforeEach
    void anArtifact() {
        target = home.resolve("out.py");
        artifactNamed("app.py");
        server.on("GET /artifacts/" + ID + "/content", whole(CONTENT));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theContentArrivesWholeAndAlone() throws IOException {
        Result result = get("-o", target.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(target + "\n");
        assertThat(target).hasBinaryContent(CONTENT);
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void inAFolderItGetsItsOwnName() {
        get("-o", home.toString());

        assertThat(home.resolve("app.py")).hasBinaryContent(CONTENT);
    }

    @Test
    void aHostileNameStaysInTheFolder() {
        artifactNamed("../../etc/\\u001b]0;evil\\u0007pass:wd");
        get("-o", home.toString());

        assertThat(home).isDirectoryContaining(file -> file.endsWith("_]0;evil_pass_wd"));
    }

    @Test
    void aFileThatIsThereIsKeptUnlessForced() throws IOException {
        Files.writeString(target, "mine");
        Result result = get("-o", target.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("--force");
        assertThat(target).hasContent("mine");

        assertThat(get("-o", target.toString(), "--force").code()).isZero();
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void contentThatIsNotAsPromisedIsNotKept() throws IOException {
        server.on(
                "GET /artifacts/" + ID + "/content",
                Answer.bytes("tampered".getBytes(StandardCharsets.UTF_8))
                        .with("Repr-Digest", digest(CONTENT)));

        Result result = get("-o", target.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("not what the server promised").hasLineCount(1);
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
        assertThat(get("-o", "-").out()).isEmpty();
    }

    @Test
    void contentThatBreaksOffIsNotKept() throws IOException {
        server.on("GET /artifacts/" + ID + "/content", whole(CONTENT).brokenOffAfter(4));

        assertThat(get("-o", target.toString()).code()).isEqualTo(6);
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDashIsTheStandardOutput() {
        assertThat(get("-o", "-").out()).isEqualTo("print('hello')\n");
    }

    @Test
    void escapeSequencesInContentAreShownOnAScreen() {
        server.on(
                "GET /artifacts/" + ID + "/content",
                whole("a\u001b[2Jb\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(TestingCommand.of(home, server).onScreen(80).run("get", ID, "-o", "-").out())
                .isEqualTo("a\\u001b[2Jb\n");
        assertThat(get("-o", "-").out()).isEqualTo("a\u001b[2Jb\n");
    }

    @Test
    void anEarlierVersionIsFoundByItsNumberOnTheBranch() {
        versions();
        get("-o", target.toString(), "--version", "1");
        assertThat(target).hasContent("one");
        assertThat(server.asked("GET /artifacts/" + ID + "/versions").getFirst().query())
                .startsWith("branch=main&");
    }

    @Test
    void aBranchAloneIsItsNewestVersion() {
        versions();
        get("-o", target.toString(), "--branch", "main");
        assertThat(target).hasContent("two");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        versions();
        Result result = get("-o", target.toString(), "--version", "9");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("There is no version 9 on branch 'main'");
    }

    @Test
    void anUnknownArtifactIsNotFoundAndANonsenseIdIsAWrongArgument() {
        server.on("GET /artifacts/" + ID, Answer.notFound());

        assertThat(get("-o", target.toString()).code()).isEqualTo(4);
        assertThat(TestingCommand.of(home, server).run("get", "../../auth/me").code()).isEqualTo(2);
    }

    @Test
    void jsonSaysWhatWasWrittenWhere() {
        Result result = get("-o", target.toString(), "--json");

        assertThat(result.json().path("file").asText()).isEqualTo(target.toString());
        assertThat(result.json().path("artifact").path("id").asText()).isEqualTo(ID);
    }

    private Result get(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "get";
        arguments[1] = ID;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return TestingCommand.of(home, server).run(arguments);
    }

    private void artifactNamed(String fileName) {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json(
                        "{\"id\":\"%s\",\"title\":\"An app\",\"fileName\":\"%s\",\"branch\":\"main\"}"
                                .formatted(ID, fileName)));
    }

    private void versions() {
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json(
                        """
                        {"items":[{"id":"v2","branch":"main","number":2},
                                  {"id":"v1","branch":"main","number":1}],"next":null}\
                        """));
        for (String[] version : new String[][] {{"v1", "one"}, {"v2", "two"}}) {
            server.on(
                    "GET /artifacts/%s/versions/%s/content".formatted(ID, version[0]),
                    whole(version[1].getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Answer whole(byte[] content) {
        return Answer.bytes(content).with("Repr-Digest", digest(content));
    }

    private static String digest(byte[] content) {
        MessageDigest digest = Sha256.start();
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest.digest(content)) + ":";
    }
}
