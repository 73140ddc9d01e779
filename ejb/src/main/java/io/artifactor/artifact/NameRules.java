package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What folders, categories and tags may be called, and when two names are the same. */
final class NameRules {

    static final int MAX_FOLDER = 255;
    static final int MAX_CATEGORY = 64;
    static final int MAX_TAG = 64;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private NameRules() {}

    /** One step of a path, so without a slash and neither {@code .} nor {@code ..}. */
    static String folder(String text) {
        String name = name("name", text, MAX_FOLDER);
        if (name.indexOf('/') >= 0 || name.equals(".") || name.equals("..")) {
            throw Problem.invalid("name", "must be one step of a path, without a slash.");
        }
        return name;
    }

    static String category(String text) {
        return name("name", text, MAX_CATEGORY);
    }

    /**
     * @param field where the name stands in the input, such as {@code tags[2]}
     */
    static String tag(String field, String text) {
        return name(field, text, MAX_TAG);
    }

    /** Under which two names are the same, whatever their case. */
    static String key(String name) {
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** One line, composed, without spaces around it and with single ones within. */
    private static String name(String field, String text, int limit) {
        // Before anything else, so that a huge text is not worked on.
        TextRules.refuseLonger(field, text, 10 * limit);
        TextRules.refuseUnprintable(field, text, false);
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        String name = Normalizer.normalize(line, Normalizer.Form.NFC);
        if (name.isEmpty()) {
            throw Problem.invalid(field, "must not be empty.");
        }
        TextRules.refuseLonger(field, name, limit);
        return name;
    }
}
