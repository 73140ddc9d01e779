package io.artifactor.it.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Queries nobody means well, always the same ones. */
final class HostileQueries {

    private static final int GENERATED = 250;

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "'",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "<",
                    ">",
                    "<->",
                    "<0>",
                    "|",
                    "||",
                    "&",
                    "&&",
                    "!",
                    "!!",
                    "+",
                    "-",
                    "--",
                    "*",
                    "**",
                    "?",
                    "~",
                    "~2",
                    "^",
                    "^9999",
                    ":",
                    ":*",
                    "\\",
                    "/",
                    "//",
                    ".*",
                    "OR",
                    " OR ",
                    "AND",
                    "NOT",
                    "TO",
                    "a",
                    "merge",
                    "title:",
                    "_exists_:",
                    "[* TO *]",
                    "{a TO z}",
                    "/[a-z]+/",
                    "' or '1'='1",
                    "; drop table artifact; --",
                    "\u0000",
                    "\uD83D",
                    "\uDE00",
                    "\uD83D\uDE00",
                    "\u202E\u05D0\u05D1",
                    "\u0627\u0644",
                    "Z\u0351\u036B\u0343",
                    "\uE000",
                    "\uE001",
                    "\uFEFF",
                    "\u200B",
                    "%",
                    "%00",
                    "_",
                    "$$",
                    "${7*7}",
                    "<script>",
                    "1e309",
                    "\n",
                    "\t",
                    " ",
                    "\u00DF",
                    "\u0130",
                    "\uFFFF",
                    "\uD840\uDC00",
                    "\u0E33",
                    "e\u0301");

    private HostileQueries() {}

    static List<String> list() {
        List<String> queries = new ArrayList<>(PIECES);
        queries.addAll(
                List.of(
                        "a".repeat(1_000),
                        "x".repeat(10_000),
                        "*".repeat(900),
                        "\"".repeat(999),
                        "(".repeat(900),
                        "-a ".repeat(330),
                        "a* ".repeat(330),
                        "\"a b\" OR ".repeat(100),
                        "\uD83D\uDE00".repeat(450),
                        words(90, ""),
                        words(90, "*"),
                        words(90, "_b-c"),
                        words(300, "")));
        Random random = new Random(20_261_121);
        for (int i = 0; i < GENERATED; i++) {
            StringBuilder query = new StringBuilder();
            int pieces = 1 + random.nextInt(12);
            for (int piece = 0; piece < pieces; piece++) {
                query.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            queries.add(query.toString());
        }
        return queries;
    }

    private static String words(int count, String end) {
        return String.join(" ", IntStream.range(0, count).mapToObj(i -> "w" + i + end).toList());
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                        List.of("size", "0", "-1", "201", "x", "99999999999999999999", "1.5"),
                        List.of("cursor", "x", "AAAA", "\u0000", "a".repeat(3_000), "../.."),
                        List.of(
                                "from",
                                "never",
                                "2026-13-01T00:00:00Z",
                                "+999999999-12-31T23:59:59Z"),
                        List.of(
                                "to",
                                "1",
                                "-999999999-01-01T00:00:00Z",
                                "2026-01-01T00:00:00+99:00"),
                        List.of("type", "moon", "ARTIFACT", "artifact'"),
                        List.of("kind", "moon", "code\u0000"),
                        List.of("source", "moon", "*"))
                .flatMap(row ->
                        row.stream().skip(1).map(value -> Arguments.of(row.getFirst(), value)));
    }
}
