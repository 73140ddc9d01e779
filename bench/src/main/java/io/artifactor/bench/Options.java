package io.artifactor.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the command line says. */
record Options(
        int artifacts,
        int workspaces,
        int connections,
        int rounds,
        int seconds,
        int warm,
        Path home) {

    private static final String USAGE =
            "Usage: bench/run [--artifacts 100000] [--workspaces 200] [--connections 32]"
                    + " [--rounds 5] [--seconds 3] [--warm 40]";

    static Options read(List<String> arguments, Path home) {
        Map<String, Integer> given =
                new HashMap<>(
                        Map.of(
                                "--artifacts", 100_000,
                                "--workspaces", 200,
                                "--connections", 32,
                                "--rounds", 5,
                                "--seconds", 3,
                                "--warm", 40));
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!given.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            given.put(arguments.get(i), positive(arguments.get(i + 1)));
        }
        return new Options(
                Objects.requireNonNull(given.get("--artifacts")),
                Objects.requireNonNull(given.get("--workspaces")),
                Objects.requireNonNull(given.get("--connections")),
                Objects.requireNonNull(given.get("--rounds")),
                Objects.requireNonNull(given.get("--seconds")),
                Objects.requireNonNull(given.get("--warm")),
                home);
    }

    private static int positive(String text) {
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException(USAGE);
        }
        return Integer.parseInt(text);
    }

    Path target() {
        return home.resolve("bench/target");
    }
}
