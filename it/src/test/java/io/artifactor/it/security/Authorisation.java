package io.artifactor.it.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table of who may do what, as it stands in {@code docs/security/authorisation.csv}. */
final class Authorisation {

    static final String YES = "yes";

    private static final Path TABLE = Path.of("..", "docs", "security", "authorisation.csv");
    private static final Set<String> ANSWERS = Set.of(YES, "401", "403", "404");

    private final Map<String, Map<Caller, String>> rows = new LinkedHashMap<>();

    private Authorisation() {}

    static Authorisation read() throws IOException {
        Authorisation table = new Authorisation();
        List<String> lines = Files.readAllLines(TABLE);
        List<Caller> columns = new ArrayList<>();
        for (String name : List.of(lines.get(0).split(",", -1)).subList(1, cells(lines.get(0)))) {
            columns.add(Caller.of(name));
        }
        if (!Set.copyOf(columns).equals(Set.of(Caller.values()))) {
            throw new IllegalArgumentException("The table must have a column for every caller");
        }
        lines.subList(1, lines.size()).forEach(line -> table.add(line, columns));
        return table;
    }

    private static int cells(String line) {
        return line.split(",", -1).length;
    }

    private void add(String line, List<Caller> columns) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size() + 1) {
            throw new IllegalArgumentException("A line of the table is too long or short: " + line);
        }
        Map<Caller, String> answers = new EnumMap<>(Caller.class);
        for (int i = 0; i < columns.size(); i++) {
            if (!ANSWERS.contains(cells[i + 1])) {
                throw new IllegalArgumentException("Expected one of " + ANSWERS + ": " + line);
            }
            answers.put(columns.get(i), cells[i + 1]);
        }
        if (rows.put(cells[0], answers) != null) {
            throw new IllegalArgumentException("Twice in the table: " + cells[0]);
        }
    }

    Set<String> operations() {
        return rows.keySet();
    }

    String expected(String operation, Caller caller) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(operation), operation).get(caller));
    }
}
