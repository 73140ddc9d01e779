package io.artifactor.generator;

/** Texts whose lines can be told apart by a number, but for two that are alike. */
final class Contents {

    /** Stands in every text two times. */
    static final String TWICE = "# the same line";

    private Contents() {}

    /**
     * A replacement of a piece that is there once.
     *
     * @param after the whole text with it
     */
    record Change(String old, String replacement, String after) {}

    /** Of a fixed length, so that none is the beginning of another. */
    private static int number(Words words) {
        return 100_000_000 + words.below(900_000_000);
    }

    static String lines(Words words, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("value_").append(number(words)).append('_').append(i);
            text.append(" = \"").append(words.some(3 + words.below(6))).append("\"\n");
            if (i == 0) {
                text.append(TWICE).append('\n');
            }
        }
        return text.append(TWICE).toString();
    }

    /** Replaces one line between the first and the last; now and then by several, or by nothing. */
    static Change change(Words words, String content) {
        String[] lines = content.split("\n", -1);
        int at = lines.length < 3 ? 0 : words.below(lines.length - 1);
        while (!lines[at].startsWith("value_")) {
            at = (at + 1) % lines.length;
        }
        String replacement =
                words.chance(10)
                        ? "value_" + number(words) + "_new\nvalue_" + number(words)
                        : "value_" + number(words) + " = \"$1 \\\\ " + words.some(4) + "\"";
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            after.append(i == 0 ? "" : "\n").append(i == at ? replacement : lines[i]);
        }
        return new Change(lines[at], replacement, after.toString());
    }
}
