package io.artifactor.problem;

/**
 * Characters that no name and no title may hold: control characters, ends of lines, halves of
 * characters, and what turns the direction of writing, by which one name looks like another.
 */
public final class Unprintable {

    private Unprintable() {}

    public static boolean is(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** Whether the text holds one. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(Unprintable::is);
    }
}
