package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the command as {@code main} does, in a home folder and an environment of its own. */
final class TestingCommand {

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private Screen screen = Screen.none();
    private String input = "";
    private Consumer<Duration> pause = duration -> {};

    TestingCommand(Path home) {
        this.home = home;
    }

    /** Signed in to the server, by the environment. */
    static TestingCommand of(Path home, TestingServer server) {
        return new TestingCommand(home)
                .with("ARTIFACTOR_URL", server.url())
                .with("ARTIFACTOR_TOKEN", "art_secret");
    }

    TestingCommand with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    TestingCommand without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** In front of a person, on a screen so wide. */
    TestingCommand onScreen(int width) {
        screen = new Screen(true, true, width);
        return this;
    }

    TestingCommand typing(String... lines) {
        input = String.join("\n", lines) + "\n";
        return this;
    }

    /** What happens whenever the command waits; no time passes otherwise. */
    TestingCommand whenPausing(Consumer<Duration> reaction) {
        pause = reaction;
        return this;
    }

    Path accountFile() {
        return configuration().resolve("account.json");
    }

    /** The folder of the command's own configuration. */
    Path configuration() {
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream(),
                        screen);
        return new Surroundings(terminal, environment, home, pause).configuration();
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err,
                        screen);
        int code =
                Artifactor.commandLine(new Surroundings(terminal, environment, home, pause))
                        .execute(arguments);
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What the command said and how it ended. */
    record Result(int code, String out, String err) {

        JsonNode json() {
            try {
                return Json.parse(out.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
