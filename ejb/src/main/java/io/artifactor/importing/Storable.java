package io.artifactor.importing;

import io.artifactor.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes foreign values fit for the database: PostgreSQL refuses the character NUL, unpaired
 * surrogates and very distant years; a title is one short line, and a key must fit into an index
 * row.
 */
final class Storable {

    static final int TITLE_LENGTH = 500;
    static final int KEY_LENGTH = 300;
    static final int NOTE_LENGTH = 2_000;

    private static final char REPLACEMENT = '\uFFFD';

    /** An escape of JSON; two of them where a pair of surrogates is one character. */
    private static final Pattern ESCAPES =
            Pattern.compile(
                    "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"
                            + "|\\\\u[0-9a-fA-F]{4}|\\\\.");

    private static final Pattern REFUSED =
            Pattern.compile("\\\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})");
    private static final int ONE_ESCAPE = "\\u0000".length();
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Storable() {}

    /** Text of any length, line breaks kept; the very same object if nothing is wrong with it. */
    static String text(String text) {
        int bad = firstBad(text);
        if (bad < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, bad);
        for (int i = bad; i < text.length(); i++) {
            clean.append(isBad(text, i) ? REPLACEMENT : text.charAt(i));
        }
        return clean.toString();
    }

    static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** One line of at most {@value #TITLE_LENGTH} characters; the fallback if nothing is left. */
    static String title(@Nullable String text, String fallback) {
        if (text == null) {
            return fallback;
        }
        String start =
                text.length() > TITLE_LENGTH * 4 ? text.substring(0, TITLE_LENGTH * 4) : text;
        StringBuilder line = new StringBuilder();
        text(start).codePoints().map(Storable::lineCharacter).forEach(line::appendCodePoint);
        String cut = cut(line.toString().strip(), TITLE_LENGTH);
        return cut.isEmpty() ? fallback : cut;
    }

    /** A note for a reader, cut where it gets long. */
    static String note(String text) {
        return cut(text(text), NOTE_LENGTH);
    }

    static @Nullable String noteOrNull(@Nullable String text) {
        return text == null ? null : note(text);
    }

    /**
     * A key that fits into an index; a longer one is shortened, its digest keeping it apart from
     * others that begin alike.
     */
    static String key(String text) {
        String clean = text(text);
        if (clean.length() <= KEY_LENGTH) {
            return clean;
        }
        String digest = Sha256.ofContent(clean.getBytes(StandardCharsets.UTF_8)).hex();
        return cut(clean, KEY_LENGTH - digest.length() - 1) + "#" + digest;
    }

    static @Nullable String keyOrNull(@Nullable String text) {
        return text == null ? null : key(text);
    }

    /** A JSON text without the escapes that the database refuses. */
    static @Nullable String jsonOrNull(@Nullable String json) {
        if (json == null) {
            return null;
        }
        String text = text(json);
        return text.contains("\\u") ? ESCAPES.matcher(text).replaceAll(Storable::escape) : text;
    }

    /** Nothing for an instant that no calendar of ours has. */
    static @Nullable Instant instantOrNull(@Nullable Instant instant) {
        boolean known = instant != null && !instant.isBefore(FIRST) && instant.isBefore(AFTER_LAST);
        return known ? instant : null;
    }

    private static String escape(MatchResult found) {
        String escaped = found.group();
        boolean fine =
                !escaped.startsWith("\\u")
                        || escaped.length() > ONE_ESCAPE
                        || !REFUSED.matcher(escaped).matches();
        return Matcher.quoteReplacement(fine ? escaped : "\\ufffd");
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static int lineCharacter(int character) {
        return Character.isISOControl(character) ? ' ' : character;
    }

    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBad(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBad(String text, int index) {
        char character = text.charAt(index);
        if (character == 0) {
            return true;
        }
        if (!Character.isSurrogate(character)) {
            return false;
        }
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
