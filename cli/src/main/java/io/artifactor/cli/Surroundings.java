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

    /** An environment variable; set to nothing is the same as not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** By the XDG rules: {@code XDG_CONFIG_HOME} when it is set and absolute, else ~/.config. */
    Path configuration() {
        Path chosen = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path folder = chosen.isAbsolute() ? chosen : home.resolve(".config");
        return folder.resolve("artifactor");
    }

    Settings settings() {
        return Settings.read(configuration(), home);
    }

    AccountFile accountFile(Profile profile) {
        return AccountFile.of(configuration(), profile);
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
