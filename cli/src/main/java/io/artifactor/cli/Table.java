package io.artifactor.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Rows and columns: aligned and cut to the width of a screen, or tab-separated and whole for a
 * program. The last column takes what room is left, the others what they need.
 */
final class Table {

    private static final int GAP = 2;
    private static final int LEAST_LAST = 10;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Terminal terminal;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean headed;

    Table(Terminal terminal, String... headings) {
        this.terminal = terminal;
        this.headings = List.of(headings);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** Prints the rows added since the last time. */
    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        if (terminal.screen().interactive()) {
            printAligned();
        } else {
            rows.forEach(terminal::row);
        }
        rows.clear();
    }

    /** A moment in the user's own time on a screen, and as the server has it for a program. */
    String time(String instant) {
        if (!terminal.screen().interactive() || instant.isEmpty()) {
            return instant;
        }
        try {
            return MINUTES.withZone(ZoneId.systemDefault()).format(Instant.parse(instant));
        } catch (DateTimeException otherwise) {
            return instant;
        }
    }

    /** A size in round units on a screen, and in bytes for a program. */
    String size(long bytes) {
        return terminal.screen().interactive() ? Sizes.text(bytes) : String.valueOf(bytes);
    }

    /** A text that may be long and is not in the last column: cut on a screen only. */
    String brief(String text, int width) {
        return terminal.screen().interactive() ? cut(Printable.line(text), width) : text;
    }

    private void printAligned() {
        int[] widths = widths();
        if (!headed) {
            headed = true;
            terminal.line(Span.strong(aligned(headings, widths)));
        }
        rows.forEach(row -> terminal.line(aligned(row, widths)));
    }

    private int[] widths() {
        int last = headings.size() - 1;
        int[] widths = new int[headings.size()];
        int taken = 0;
        for (int column = 0; column < last; column++) {
            widths[column] = columns(headings.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], columns(Printable.line(row.get(column))));
            }
            taken += widths[column] + GAP;
        }
        widths[last] = Math.max(LEAST_LAST, terminal.screen().width() - taken);
        return widths;
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        int last = cells.size() - 1;
        for (int column = 0; column < last; column++) {
            String cell = Printable.line(cells.get(column));
            line.append(cell).append(" ".repeat(widths[column] - columns(cell) + GAP));
        }
        return line.append(cut(Printable.line(cells.get(last)), widths[last])).toString();
    }

    /** As much of a text as fits; Chinese, Japanese and Korean characters take two columns. */
    private static String cut(String text, int width) {
        if (columns(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            used += Math.max(0, WCWidth.wcwidth(character));
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
