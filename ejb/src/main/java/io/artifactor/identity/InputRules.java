package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names, addresses and passwords may look like, and the sentence for each refusal. */
final class InputRules {

    static final int PASSWORD_MIN = 12;
    static final int PASSWORD_MAX = 128;
    static final int LINK_PASSWORD_MIN = 8;

    private static final int DISPLAY_NAME_LENGTH = 120;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{2,64}");

    private InputRules() {}

    static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    static String username(@Nullable String text) {
        if (text == null || !isUsername(text)) {
            throw Problem.invalid(
                    "username",
                    "must be 2 to 64 of the letters a-z, digits, dot, underscore and hyphen.");
        }
        return text;
    }

    static String displayName(String text) {
        return line("displayName", text, DISPLAY_NAME_LENGTH);
    }

    static String email(String text) {
        return EmailAddress.of("email", text);
    }

    static String password(String field, @Nullable String text) {
        return password(field, text, PASSWORD_MIN);
    }

    /** The password of a link, which opens one thing for some time. */
    static String linkPassword(String field, @Nullable String text) {
        return password(field, text, LINK_PASSWORD_MIN);
    }

    private static String password(String field, @Nullable String text, int shortest) {
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (text == null || length < shortest || length > PASSWORD_MAX) {
            throw Problem.invalid(
                    field, "must have %d to %d characters.".formatted(shortest, PASSWORD_MAX));
        }
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw Problem.invalid(field, "contains a character that cannot be typed.");
        }
        return text;
    }

    /** One line of printable text, trimmed, 1 to {@code limit} characters. */
    static String line(String field, @Nullable String text, int limit) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty() || trimmed.codePointCount(0, trimmed.length()) > limit) {
            throw Problem.invalid(field, "must have 1 to %d characters.".formatted(limit));
        }
        if (Unprintable.isIn(trimmed)) {
            throw Problem.invalid(field, "contains a control character.");
        }
        return trimmed;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
