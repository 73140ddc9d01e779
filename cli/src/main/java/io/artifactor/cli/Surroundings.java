package io.artifactor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command finds around it; the tests put their own here.
 *
 * @param pause waits for a while
 */
record Surroundings(
        Terminal terminal, Map<String, String> environment, Path home, Consumer<Duration> pause) {

    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                Terminal.ofProcess(environment),
                environment,
                Path.of(System.getProperty("user.home")),
                Surroundings::sleep);
    }

    ConfigFile configFile() {
        return ConfigFile.of(environment, home);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.FAILED, "Interrupted", e);
        }
    }
}
