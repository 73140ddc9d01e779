package io.artifactor.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Makes text from elsewhere harmless for a terminal.
 *
 * <p>A title may hold escape sequences that move the cursor, change the window's title or answer as
 * if typed, and direction marks that let one name look like another. Such characters are shown the
 * way Java and JSON escape them, so that they are seen instead of obeyed.
 */
final class Printable {

    private Printable() {}

    /** One line: line breaks and tabs become spaces. */
    static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c == '\r' ? ' ' : c)
                .forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** Text of several lines: line breaks and tabs stay. */
    static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (c == '\n' || c == '\t') {
                        safe.append((char) c);
                    } else {
                        append(safe, c);
                    }
                });
        return safe.toString();
    }

    /** A writer of JSON text that escapes what JSON itself would let through. */
    static Writer json(Writer target) {
        return new JsonText(target);
    }

    private static void append(StringBuilder safe, int character) {
        if (dangerous(character)) {
            safe.append(escape(character));
        } else {
            safe.appendCodePoint(character);
        }
    }

    private static String escape(int character) {
        return "\\u%04x".formatted(character);
    }

    private static boolean dangerous(int c) {
        boolean direction =
                c == 0x061C
                        || c == 0x200E
                        || c == 0x200F
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069);
        boolean separator = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
        boolean halfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return Character.isISOControl(c) || direction || separator || halfPair;
    }

    /**
     * In JSON such characters stand inside strings only, where an escape means the same; line
     * breaks stand between tokens only, because inside strings they are escaped already.
     */
    private static final class JsonText extends FilterWriter {

        JsonText(Writer target) {
            super(target);
        }

        @Override
        public void write(int character) throws IOException {
            boolean pair = Character.isSurrogate((char) character);
            if (character != '\n' && !pair && dangerous(character)) {
                out.write(escape(character));
            } else {
                out.write(character);
            }
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(text[i]);
            }
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            write(text.toCharArray(), from, length);
        }
    }
}
