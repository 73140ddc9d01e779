package io.artifactor.it.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of requirements, as it stands in {@code docs/security/asvs.csv}. */
final class Asvs {

    static final String HEADER = "requirement,level,status,how,proof";

    private static final Path TABLE = Path.of("..", "docs", "security", "asvs.csv");
    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");
    private static final Pattern NUMBER =
            Pattern.compile("v5\\.0\\.0-([1-9]\\d?)\\.([1-9]\\d?)\\.([1-9]\\d?)");
    private static final Pattern FILE =
            Pattern.compile(
                    "[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*\\.(?:md|json|java|xml|html|js)\\b");

    private Asvs() {}

    /**
     * One requirement and where the product stands.
     *
     * @param how what the product does or lacks
     * @param proof names of test classes
     */
    record Line(String requirement, int level, String status, String how, List<String> proof) {

        int chapter() {
            return part(1);
        }

        /** In the order of the standard; chapters, sections and requirements have two digits. */
        int place() {
            return (part(1) * 100 + part(2)) * 100 + part(3);
        }

        /** Files of the repository that {@link #how} names. */
        List<String> files() {
            return FILE.matcher(how).results().map(it -> it.group()).toList();
        }

        private int part(int number) {
            Matcher matcher = NUMBER.matcher(requirement);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "Not cited as the standard says: " + requirement);
            }
            return Integer.parseInt(matcher.group(number));
        }
    }

    static String header() throws IOException {
        return Files.readAllLines(TABLE).getFirst();
    }

    static List<Line> lines() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        return lines.subList(1, lines.size()).stream().map(Asvs::line).toList();
    }

    private static Line line(String text) {
        List<String> cells = cells(text);
        if (cells.size() != 5 || !cells.get(1).matches("[123]")) {
            throw new IllegalArgumentException("Not a line of " + HEADER + ": " + text);
        }
        String proof = cells.get(4);
        return new Line(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                cells.get(2),
                cells.get(3),
                proof.isEmpty() ? List.of() : List.of(proof.split(" ", -1)));
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String quoted = matcher.group(1);
            cells.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
            end = matcher.end();
            if (matcher.group(3).isEmpty()) {
                return cells;
            }
        }
        throw new IllegalArgumentException("Quotes that do not fit: " + text);
    }
}
