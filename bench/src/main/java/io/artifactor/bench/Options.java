package io.artifactor.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param only the subjects to measure; all of them if there is none
 */
record Options(
        int artifacts,
        int workspaces,
        int connections,
        int rounds,
        int seconds,
        int warm,
        Set<String> only,
        Path home) {

    private static final List<String> SUBJECTS =
            List.of(
                    "list",
                    "get",
                    "search",
                    "create",
                    "list-user",
                    "search-user",
                    "suggest",
                    "duplicates",
                    "import");

    private static final String USAGE =
            "Usage: bench/run [--artifacts 100000] [--workspaces 200] [--connections 32]"
                    + " [--rounds 5] [--seconds 3] [--warm 40] [--only "
                    + String.join(",", SUBJECTS)
                    + "]";

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
        Set<String> only = Set.of();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (arguments.get(i).equals("--only") && i + 1 < arguments.size()) {
                only = subjects(arguments.get(i + 1));
                continue;
            }
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
                only,
                home);
    }

    boolean measures(String subject) {
        return only.isEmpty() || only.contains(subject);
    }

    private static Set<String> subjects(String text) {
        Set<String> subjects = new HashSet<>(List.of(text.split(",", -1)));
        if (!SUBJECTS.containsAll(subjects)) {
            throw new IllegalArgumentException(USAGE);
        }
        return Set.copyOf(subjects);
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
