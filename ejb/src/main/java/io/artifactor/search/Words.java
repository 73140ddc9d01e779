package io.artifactor.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /**
     * What is to be found beside the words themselves, separated by spaces: of each identifier,
     * once, its parts in their order, so that some that follow each other find it.
     */
    static String beside(String text) {
        List<String> words = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int end = text.length();
        int at = 0;
        while (at < end && words.size() < MOST) {
            int start = at;
            at = endOfWord(text, start);
            if (at == start) {
                at += Character.charCount(text.codePointAt(start));
                continue;
            }
            boolean plain = isPlain(text, start, at);
            int whole = at;
            at = endOfChain(text, at);
            if ((!plain || at > whole) && seen.add(text.substring(start, at))) {
                addOtherForms(text, start, at, words, wholes);
            }
        }
        words.addAll(wholes);
        return words.stream().limit(MOST).collect(Collectors.joining(" "));
    }

    /** Where the names joined to the one that ends here end, as in {@code list.forEach}. */
    private static int endOfChain(String text, int end) {
        int at = end;
        while (isJoined(text, at)) {
            int next = endOfWord(text, at + 1);
            if (next == at + 1) {
                return at;
            }
            at = next;
        }
        return at;
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
        return unmarked(text).toLowerCase(Locale.ROOT);
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

    private static void addOtherForms(
            String text, int start, int end, List<String> words, List<String> wholes) {
        boolean joined = endOfWord(text, start) < end;
        int at = start;
        while (at < end) {
            int wordEnd = endOfWord(text, at);
            String word = text.substring(at, wordEnd);
            List<String> parts = partsOfWord(word);
            String folded = fold(word);
            boolean isItsPart = parts.size() == 1 && parts.getFirst().equals(folded);
            boolean folds = !folded.equals(word.toLowerCase(Locale.ROOT));
            if (joined || folds || !isItsPart) {
                words.addAll(parts);
            }
            if (!isItsPart && (joined || folds)) {
                wholes.add(folded);
            }
            at = wordEnd + 1;
        }
    }

    /** The words of the text in order, identifiers taken apart. */
    static List<String> partsOf(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            at = endOfWord(text, start);
            if (at == start) {
                at += Character.charCount(text.codePointAt(start));
            } else {
                partsOfWord(text.substring(start, at)).forEach(part -> parts.addAll(of(part)));
            }
        }
        return parts;
    }

    /** Its parts, folded; the word itself where it has letters no part is made of. */
    private static List<String> partsOfWord(String word) {
        String unmarked = isAscii(word) ? word : unmarked(word);
        List<String> parts = new ArrayList<>();
        int taken = 0;
        Matcher part = parts(unmarked);
        while (part.find()) {
            parts.add(fold(part.group()));
            taken += part.end() - part.start();
        }
        boolean whole = taken == unmarked.replace("_", "").length();
        return whole && !parts.isEmpty() ? parts : List.of(fold(word));
    }

    private static String unmarked(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
