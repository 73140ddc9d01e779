package io.artifactor.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other ways to write the words of a text: the parts of identifiers ({@code parseHttpRequest},
 * {@code max_pool_size}) and words without their accents. Neither index does this the same way by
 * itself.
 */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern PART =
            Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}]+|\\p{N}+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int MOST = 20_000;

    private Words() {}

    /** What is to be found beside the words themselves, each once, separated by spaces. */
    static String beside(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find() && words.size() < MOST) {
            addOtherForms(word.group(), words);
        }
        return String.join(" ", words);
    }

    /** The text without accents, in lower case. */
    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static void addOtherForms(String word, Set<String> words) {
        String folded = fold(word);
        if (!folded.equals(word.toLowerCase(Locale.ROOT))) {
            words.add(folded);
        }
        Matcher part = PART.matcher(word);
        while (part.find()) {
            if (part.end() - part.start() < word.length() && part.end() - part.start() > 1) {
                words.add(fold(part.group()));
            }
        }
    }
}
