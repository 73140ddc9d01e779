package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ArtifactorTest {

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    /** All there are, also those within others. */
    static Stream<String> commands() {
        return within("", Artifactor.commandLine(Surroundings.ofProcess()));
    }

    private static Stream<String> within(String before, CommandLine parent) {
        return parent.getSubcommands().entrySet().stream()
                .flatMap(child -> {
                    String name = before + child.getKey();
                    return Stream.concat(Stream.of(name), within(name + " ", child.getValue()));
                });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        Result result = command().run((command + " --help").split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Usage: artifactor " + command)
                .contains("Examples:")
                .contains("artifactor " + command)
                .contains("--json", "--server", "--profile");
    }

    @Test
    void everyCommandIsDocumented() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "cli.md"));

        assertThat(commands())
                .allSatisfy(command -> assertThat(guide).contains("`" + command.split(" ")[0]))
                .filteredOn(command -> command.contains(" "))
                .allSatisfy(command -> assertThat(guide).contains("`" + command));
        for (ExitCode code : ExitCode.values()) {
            assertThat(guide).contains("\n| " + code.number() + " | ");
        }
    }

    @Test
    void theVersionIsToldOfTheWholeAndGetHasItsOwnMeaningForIt() {
        assertThat(command().run("--version").out()).startsWith("artifactor ");
        assertThat(command().run("get", "--help").out()).contains("--version=N");
    }

    @Test
    void completionIsAScriptForTheShell() {
        assertThat(command().run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F _complete_artifactor");
        assertThat(command().run("completion", "zsh").out()).contains("bashcompinit");
        assertThat(command().run("completion", "tcsh").code()).isEqualTo(2);
    }

    @Test
    void completionForFishKnowsCommandsAndOptions() {
        assertThat(command().run("completion", "fish").out())
                .contains("complete -c artifactor -n '__fish_use_subcommand' -a put -d ")
                .contains("-n '__fish_seen_subcommand_from put' -F\n")
                .contains("-n '__fish_seen_subcommand_from put' -s p -l parents -d ")
                .contains(
                        "-n '__fish_seen_subcommand_from token; and __fish_seen_subcommand_from"
                                + " create' -l days -r -d ")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "ls --limit x",
                "ls --limit 0",
                "get",
                "ls --server ftp://x"
            })
    void wrongArgumentsAreTwoLinesAtMostAndCodeTwo(String arguments) {
        Result result = command().run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().count()).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"401,3", "403,3", "404,4", "400,1", "409,1", "412,7", "429,1", "500,1", "503,1"})
    void refusalsHaveTheirExitCodes(int status, int code) {
        server.on("GET /artifacts", Answer.problem(status, "some-code", "A title", "The detail"));
        Result result = command().run("ls");

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.err()).isEqualTo("artifactor: A title: The detail [request req-7]\n");
    }

    @Test
    void theFieldsOfARefusalAreNamed() {
        server.on(
                "GET /artifacts",
                Answer.of(
                                400,
                                "application/problem+json",
                                """
                                {"title":"Invalid input","errors":[{"field":"kind","message":"is unknown"}]}\
                                """)
                        .with("X-Request-Id", "r-1"));

        assertThat(command().run("ls").err())
                .isEqualTo("artifactor: Invalid input: kind is unknown [request r-1]\n");
    }

    @Test
    void nothingIsSaidTwice() {
        server.on(
                "GET /artifacts",
                Answer.of(
                        400,
                        "application/problem+json",
                        """
                        {"title":"Invalid","detail":"kind: is unknown.",
                         "errors":[{"field":"kind","message":"is unknown."}]}\
                        """),
                Answer.problem(404, "not-found", "Not found", "Not found."));

        assertThat(command().run("ls").err()).isEqualTo("artifactor: Invalid: kind: is unknown.\n");
        assertThat(command().run("ls").err()).isEqualTo("artifactor: Not found [request req-7]\n");
    }

    @Test
    void aServerThatIsAwayIsUnreachable() {
        server.goAway();
        Result result = command().run("ls");

        assertThat(result.code()).isEqualTo(6);
        assertThat(result.err()).contains(server.url()).hasLineCount(1);
    }

    @Test
    void somethingElseAtTheAddressIsUnreachableToo() {
        server.on("GET /artifacts", Answer.of(200, "text/html", "<p>welcome</p>"));
        assertThat(command().run("ls").code()).isEqualTo(6);

        server.on("GET /artifacts", Answer.of(404, "text/html", "<p>no</p>"));
        assertThat(command().run("ls").code()).isEqualTo(6);
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() {
        try (TestingServer other = new TestingServer()) {
            server.on(
                    "GET /artifacts",
                    Answer.of(302, "text/plain", "there")
                            .with("Location", other.url() + "/api/v1/artifacts"));

            Result result = command().run("ls");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains(other.url());
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void addressesMayBeWrittenLoosely() {
        assertThat(ServerAddress.of("http://host:1/api/v1/"))
                .isEqualTo(ServerAddress.of("http://host:1"));
        assertThat(ServerAddress.of("https://host/behind/").toString())
                .isEqualTo("https://host/behind");
        assertThat(ServerAddress.of("http://example.com").openToListeners()).isTrue();
        assertThat(ServerAddress.of("http://localhost:8080").openToListeners()).isFalse();
        assertThat(ServerAddress.of("https://example.com").openToListeners()).isFalse();
    }

    @Test
    void theServerArgumentGoesBeforeTheEnvironment() {
        server.signedIn();
        Result result =
                command()
                        .with("ARTIFACTOR_URL", "http://127.0.0.1:1")
                        .run("whoami", "--server", server.url());

        assertThat(result.code()).isZero();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }
}
