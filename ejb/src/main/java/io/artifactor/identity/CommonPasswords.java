package io.artifactor.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passwords that are tried first. Shipped are a list of words that breached passwords are made of,
 * and the most common of these themselves; what one of them becomes by repeating it, by digits and
 * signs around it, by digits that look like letters, or by walking along the keyboard, is as common
 * as the word. Words of the house are tried in any company of one such word. Safe for all threads.
 */
final class CommonPasswords {

    private static final int FEW_CHARACTERS = 4;
    private static final int FILLERS_BESIDE_WORD = 8;
    private static final int FILLERS_BESIDE_RUN = 3;
    private static final int SHORTEST_RUN = 3;
    private static final int NOT_COVERED = 1_000;
    private static final int SHORTEST_WORD_OF_HOUSE = 4;

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

    private static final List<String> SHIPPED =
            Stream.of("common-words.txt", "most-used-passwords.txt")
                    .flatMap(list -> WordList.read(list).stream())
                    .toList();

    private final List<String> words;
    private final List<String> wordsOfHouse;

    CommonPasswords(List<String> words, List<String> wordsOfHouse) {
        this.words = List.copyOf(words);
        this.wordsOfHouse = wordsOfHouse.stream().flatMap(CommonPasswords::spelt).toList();
    }

    static CommonPasswords shippedAnd(List<String> wordsOfHouse) {
        return new CommonPasswords(SHIPPED, wordsOfHouse);
    }

    private static Stream<String> spelt(String wordOfHouse) {
        String word = WordList.plain(wordOfHouse.strip());
        String joined = word.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        if (joined.length() < SHORTEST_WORD_OF_HOUSE) {
            throw new IllegalStateException(
                    "Each word of ARTIFACTOR_PASSWORD_WORDS must have four letters or digits, but"
                            + " one is: "
                            + wordOfHouse);
        }
        return Stream.of(word, joined).distinct();
    }

    boolean isCommon(String password) {
        String text = WordList.plain(password);
        if (text.codePoints().distinct().count() <= FEW_CHARACTERS) {
            return true;
        }
        if (fillers(text, text, List.of()) <= FILLERS_BESIDE_RUN) {
            return true;
        }
        String plain = withLetters(text);
        List<String> ours = wordsOfHouse.stream().filter(word -> isIn(text, plain, word)).toList();
        if (!ours.isEmpty() && fillers(text, plain, ours) <= FILLERS_BESIDE_WORD) {
            return true;
        }
        return words.stream()
                .filter(word -> isIn(text, plain, word))
                .map(word -> Stream.concat(ours.stream(), Stream.of(word)).toList())
                .anyMatch(together -> fillers(text, plain, together) <= FILLERS_BESIDE_WORD);
    }

    private static boolean isIn(String text, String plain, String word) {
        return text.contains(word) || plain.contains(word);
    }

    /**
     * How many characters are neither in one of the words nor in a run, at the least; more than any
     * password has if one of them is a letter.
     */
    private static int fillers(String text, String plain, List<String> words) {
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
            for (String word : words) {
                if (text.startsWith(word, i) || plain.startsWith(word, i)) {
                    best[i + word.length()] = Math.min(best[i + word.length()], best[i]);
                }
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
}
