package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final String WORKSPACE = "0193aaaa-0000-7000-8000-000000000003";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();
    private final TestingServer other = new TestingServer().signedIn();

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    private TestingCommand command() {
        return new TestingCommand(home);
    }

    private void configure(String... lines) throws IOException {
        Path folder = Files.createDirectories(command().configuration());
        Files.write(folder.resolve("config"), List.of(lines));
    }

    private Path secret(String name, String permissions) throws IOException {
        Path file = Files.writeString(home.resolve(name), "art_of_file\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String lastToken(TestingServer server) {
        return server.asked("GET /auth/me").getLast().token();
    }

    @Test
    void aProfileNamesTheServerAndTheTokensFile() throws IOException {
        secret("work.token", "rw-------");
        configure(
                "# mine",
                "profile = work",
                "",
                "[work]",
                "url = " + server.url() + "/",
                "token-file = ~/work.token",
                "[play]",
                "url = " + other.url());

        assertThat(command().run("whoami").code()).isZero();
        assertThat(lastToken(server)).isEqualTo("Bearer art_of_file");
        Result result = command().run("whoami", "--profile", "play");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("login --server " + other.url() + " --profile play");
        assertThat(command().with("ARTIFACTOR_PROFILE", "play").run("whoami").code()).isEqualTo(3);
    }

    @Test
    void theTokenOfAProfileGoesToItsServerOnly() throws IOException {
        secret("work.token", "rw-------");
        configure("[default]", "url = " + server.url(), "token-file = " + home + "/work.token");

        assertThat(command().run("whoami", "--server", other.url()).code()).isEqualTo(3);
        assertThat(command().with("ARTIFACTOR_URL", other.url()).run("whoami").code()).isEqualTo(3);
        assertThat(other.asked()).isEmpty();
        assertThat(command().run("whoami").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-----w-", "rwx--x---"})
    void aTokensFileOthersMayReachIsRefused(String permissions) throws IOException {
        Path file = secret("work.token", permissions);

        Result result =
                command()
                        .with("ARTIFACTOR_URL", server.url())
                        .with("ARTIFACTOR_TOKEN_FILE", file.toString())
                        .run("whoami");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("chmod 600 " + file).hasLineCount(1);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aTokensFileIsReadAndTheTokenItselfGoesBefore() throws IOException {
        TestingCommand command =
                command()
                        .with("ARTIFACTOR_URL", server.url())
                        .with("ARTIFACTOR_TOKEN_FILE", secret("t", "r--------").toString());

        assertThat(command.run("whoami").code()).isZero();
        assertThat(lastToken(server)).isEqualTo("Bearer art_of_file");
        assertThat(command.with("ARTIFACTOR_TOKEN", "art_other").run("whoami").code()).isZero();
        assertThat(lastToken(server)).isEqualTo("Bearer art_other");
    }

    @Test
    void aTokensFileThatHoldsNoneIsRefused() throws IOException {
        TestingCommand command = command().with("ARTIFACTOR_URL", server.url());
        Path file = secret("t", "rw-------");
        for (String content : new String[] {"", "two words", "two\nlines"}) {
            Files.writeString(file, content);
            Result result = command.with("ARTIFACTOR_TOKEN_FILE", file.toString()).run("whoami");
            assertThat(result.code()).isEqualTo(3);
        }
        assertThat(command.with("ARTIFACTOR_TOKEN_FILE", home + "/absent").run("whoami").code())
                .isEqualTo(3);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void everyProfileHasItsOwnAccount() throws IOException {
        for (TestingServer one : new TestingServer[] {server, other}) {
            one.on("POST /auth/login", Answer.json("{\"accessToken\":\"jwt\"}"))
                    .on("POST /auth/logout", Answer.empty())
                    .on("POST /auth/tokens", Answer.created("{\"id\":\"t\",\"token\":\"art_x\"}"));
        }
        String[] login = {"login", "--username", "anna", "--password-stdin", "--server"};
        command().typing("p").run(with(login, server.url()));
        command().typing("p").run(with(login, other.url(), "--profile", "play"));

        assertThat(command().run("whoami").out()).contains(server.url());
        assertThat(command().run("whoami", "--profile", "play").out()).contains(other.url());
        assertThat(
                        Files.getPosixFilePermissions(
                                command().configuration().resolve("account-play.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theWorkspaceIsOfTheProfileUnlessTheCommandSays() throws IOException {
        configure("[default]", "workspace = " + WORKSPACE);
        server.on("GET /activity", Answer.json("{\"items\":[],\"next\":null}"));
        TestingCommand command =
                command()
                        .with("ARTIFACTOR_URL", server.url())
                        .with("ARTIFACTOR_TOKEN", "art_secret");

        command.run("activity");
        command.run("activity", "--workspace", "w2");
        command.with("ARTIFACTOR_WORKSPACE", "w3").run("activity");

        assertThat(server.asked("GET /activity"))
                .extracting(asked -> asked.query())
                .containsExactly(
                        "workspace=" + WORKSPACE + "&size=20",
                        "workspace=w2&size=20",
                        "workspace=w3&size=20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url = http://localhost",
                "[default]\ncolour = red",
                "[default]\nurl",
                "[default]\nurl =",
                "[default]\nurl = ftp://x",
                "[default]\nurl = http://a\nurl = http://b",
                "[default]\nworkspace = mine",
                "[default]\ntoken = art_secret",
                "[a b]\nurl = http://a",
                "[a]\n[a]",
                "profile = ../x"
            })
    void whatTheFileCannotMeanIsRefused(String content) throws IOException {
        configure(content.split("\n"));

        Result result = command().run("whoami");

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).startsWith("artifactor: ").doesNotContain("art_secret");
    }

    @Test
    void aProfileNobodyKnowsIsMisuse() {
        Result result = command().run("whoami", "--profile", "nobody");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("no profile 'nobody'");
    }

    private static String[] with(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
