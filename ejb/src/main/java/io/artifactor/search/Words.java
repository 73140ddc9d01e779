package io.artifactor.search;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a text are, and other ways to write them: the parts of identifiers ({@code
 * parseHttpRequest}, {@code max_pool_size}, {@code list.forEach}) and words without their accents.
 * Neither index does this the same way by itself.
 */
final class Words {

    private static final Pattern PART =
            Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}]+|\\p{N}+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int MOST = 20_000;

    /** Elasticsearch takes words with one of these between them as a single one. */
    private static final String JOINERS = ".:'\u2019\u00B7_";

    /** Marks and numbers, as bits of {@link Character#getType(int)}. */
    private static final int MORE =
            1 << Character.NON_SPACING_MARK
                    | 1 << Character.ENCLOSING_MARK
                    | 1 << Character.COMBINING_SPACING_MARK
                    | 1 << Character.DECIMAL_DIGIT_NUMBER
                    | 1 << Character.LETTER_NUMBER
                    | 1 << Character.OTHER_NUMBER;

    private Words() {}

    /** What is to be found beside the words themselves, each once, separated by spaces. */
    static String beside(String text) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        int end = text.length();
        int at = 0;
        while (at < end && words.size() < MOST) {
            int start = at;
            at = endOfWord(text, start);
            if (at == start) {
                at += Character.charCount(text.codePointAt(start));
            } else {
                boolean joined = isJoined(text, start - 1) || isJoined(text, at);
                if (joined || !isPlain(text, start, at)) {
                    String word = text.substring(start, at);
                    if (seen.add(word)) {
                        addOtherForms(word, words);
                    }
                    if (joined) {
                        words.add(fold(word));
                    }
                }
            }
        }
        return String.join(" ", words);
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!isOfWord(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isOfWord(int c) {
        if (c < 128) {
            return isLower(c) || isUpper(c) || (c >= '0' && c <= '9') || c == '_';
        }
        return Character.isLetter(c) || (MORE >> Character.getType(c) & 1) != 0;
    }

    /** Most words have no other form; seen without making a string of each. */
    private static boolean isPlain(String text, int start, int end) {
        int lower = 0;
        int upper = 0;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            lower += isLower(c) ? 1 : 0;
            upper += isUpper(c) ? 1 : 0;
        }
        char first = text.charAt(start);
        int others = end - start - 1;
        return isLower(first) && lower == others
                || isUpper(first) && (lower == others || upper == others);
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The text without accents, in lower case. */
    static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * The folded text with nothing left but letters and digits, its words separated by spaces;
     * ideographs are words each, as they are for Elasticsearch.
     */
    static String plain(String text) {
        String folded = fold(text);
        StringBuilder plain = new StringBuilder(folded.length() + 16);
        folded.codePoints()
                .forEach(c -> {
                    if (standsAlone(c)) {
                        plain.append(' ').appendCodePoint(c).append(' ');
                    } else if (Character.isLetterOrDigit(c)) {
                        plain.appendCodePoint(c);
                    } else {
                        plain.append(' ');
                    }
                });
        return plain.toString();
    }

    /** The words of the plain text, in order. */
    static List<String> of(String text) {
        String plain = plain(text).strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" +"));
    }

    static boolean standsAlone(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HIRAGANA;
    }

    /** Finds the parts of an identifier in a text. */
    static Matcher parts(String text) {
        return PART.matcher(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJoined(String text, int at) {
        return at > 0 && at < text.length() - 1 && JOINERS.indexOf(text.charAt(at)) >= 0;
    }

    private static void addOtherForms(String word, Set<String> words) {
        String folded = fold(word);
        if (!folded.equals(word.toLowerCase(Locale.ROOT))) {
            words.add(folded);
        }
        Matcher part = parts(word);
        while (part.find()) {
            if (part.end() - part.start() < word.length() && part.end() - part.start() > 1) {
                words.add(fold(part.group()));
            }
        }
    }
}
