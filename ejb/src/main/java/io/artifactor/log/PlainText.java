package io.artifactor.log;

/** Text that stays in its line and leaves the reader's terminal alone. */
final class PlainText {

    private PlainText() {}

    /**
     * With whatever begins a line, moves the cursor, changes the direction of writing or is not
     * seen as backslash, u and four hexadecimal digits.
     */
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    if (isPlain((char) c)) {
                        plain.append((char) c);
                    } else {
                        plain.append("\\u%04x".formatted(c));
                    }
                });
        return plain.toString();
    }

    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> isPlain((char) c));
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
