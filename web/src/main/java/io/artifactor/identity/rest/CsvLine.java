package io.artifactor.identity.rest;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of comma-separated values by RFC 4180, every cell in quotes. What a spreadsheet would take
 * for a formula gets an apostrophe in front: the cells hold what strangers sent.
 */
final class CsvLine {

    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvLine() {}

    static String of(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return (formula ? "\"'" : "\"") + text.replace("\"", "\"\"") + "\"";
    }
}
