package io.artifactor.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Passwords that are tried first. A list of words that breached passwords are made of is shipped;
 * what one of them becomes by repeating it, by digits and signs around it, by digits that look like
 * letters, or by walking along the keyboard, is as common as the word. Safe for all threads.
 */
final class CommonPasswords {

    private static final int FEW_CHARACTERS = 4;
    private static final int FILLERS_BESIDE_WORD = 8;
    private static final int FILLERS_BESIDE_RUN = 3;
    private static final int SHORTEST_RUN = 3;
    private static final int NOT_COVERED = 1_000;

    /** Along which fingers walk, there and back. */
    private static final List<String> ROWS =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "12345678901234567890",
                    "qwertyuiop",
                    "qwertzuiop",
                    "azertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "yxcvbnm",
                    "!@#$%^&*()");

    private static final String LOOKALIKES = "0134578@$!|";
    private static final String LETTERS = "oieastbasii";

    private static final CommonPasswords SHIPPED = new CommonPasswords(read());

    private final List<String> words;

    CommonPasswords(List<String> words) {
        this.words = List.copyOf(words);
    }

    static CommonPasswords shipped() {
        return SHIPPED;
    }

    boolean isCommon(String password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (text.codePoints().distinct().count() <= FEW_CHARACTERS) {
            return true;
        }
        if (fillers(text, text, "") <= FILLERS_BESIDE_RUN) {
            return true;
        }
        String plain = withLetters(text);
        return words.stream()
                .filter(word -> text.contains(word) || plain.contains(word))
                .anyMatch(word -> fillers(text, plain, word) <= FILLERS_BESIDE_WORD);
    }

    /**
     * How many characters are neither in the word nor in a run, at the least; more than any
     * password has if one of them is a letter.
     */
    private static int fillers(String text, String plain, String word) {
        int length = text.length();
        int[] best = new int[length + 1];
        Arrays.fill(best, NOT_COVERED);
        best[0] = 0;
        for (int i = 0; i < length; i++) {
            boolean filler = !Character.isLetter(text.charAt(i));
            best[i + 1] = Math.min(best[i + 1], best[i] + (filler ? 1 : NOT_COVERED));
            int run = runAt(text, i);
            for (int step = SHORTEST_RUN; step <= run; step++) {
                best[i + step] = Math.min(best[i + step], best[i]);
            }
            boolean here = text.startsWith(word, i) || plain.startsWith(word, i);
            if (!word.isEmpty() && here) {
                best[i + word.length()] = Math.min(best[i + word.length()], best[i]);
            }
        }
        return best[length];
    }

    /** How far the characters from there on are one and the same, or neighbours in a row. */
    private static int runAt(String text, int start) {
        int longest = same(text, start);
        for (String row : ROWS) {
            longest = Math.max(longest, along(row, text, start));
            String back = new StringBuilder(row).reverse().toString();
            longest = Math.max(longest, along(back, text, start));
        }
        return longest;
    }

    private static int same(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end - start;
    }

    private static int along(String row, String text, int start) {
        int length = 0;
        while (start + length < text.length()
                && row.contains(text.substring(start, start + length + 1))) {
            length++;
        }
        return length;
    }

    private static String withLetters(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int place = LOOKALIKES.indexOf(plain.charAt(i));
            if (place >= 0) {
                plain.setCharAt(i, LETTERS.charAt(place));
            }
        }
        return plain.toString();
    }

    private static List<String> read() {
        try (InputStream file =
                        Objects.requireNonNull(
                                CommonPasswords.class.getResourceAsStream("common-words.txt"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common words cannot be read", e);
        }
    }
}
