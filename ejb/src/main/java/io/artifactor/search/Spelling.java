package io.artifactor.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far two words are from each other, by Elasticsearch's rule {@code AUTO}: words of three
 * letters may have one other, missing, added or exchanged with its neighbour, those of six and more
 * two. The first letter is always the same.
 */
final class Spelling {

    private static final int SHORTEST = 3;
    private static final int LONG = 6;

    private Spelling() {}

    /** How many letters may be others. */
    static int allowed(String word) {
        int length = word.codePointCount(0, word.length());
        return length < SHORTEST ? 0 : length < LONG ? 1 : 2;
    }

    /** Whether the one may be meant by the other. */
    static boolean isNear(String typed, String word) {
        return !typed.isEmpty()
                && !word.isEmpty()
                && typed.codePointAt(0) == word.codePointAt(0)
                && distance(typed, word) <= allowed(typed);
    }

    /** How many letters are others, missing, added or exchanged with their neighbours. */
    static int distance(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int[][] steps = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, steps, i, j);
            }
        }
        return steps[a.length][b.length];
    }

    private static int step(int[] a, int[] b, int[][] steps, int i, int j) {
        int other = a[i - 1] == b[j - 1] ? 0 : 1;
        int least =
                Math.min(
                        Math.min(steps[i - 1][j], steps[i][j - 1]) + 1,
                        steps[i - 1][j - 1] + other);
        boolean exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }

    /**
     * The text with the words that were found in place of those that were typed; of what was found
     * only, so that it says nothing of what its reader may not see.
     */
    static Optional<String> corrected(SearchQuery query, List<SearchHit> hits) {
        Set<String> found = new LinkedHashSet<>();
        for (SearchHit hit : hits) {
            found.addAll(Words.of(hit.title()));
            found.addAll(Words.partsOf(hit.title()));
            hit.highlights().values().stream()
                    .flatMap(List::stream)
                    .forEach(html -> found.addAll(Words.partsOf(html)));
        }
        String corrected = query.text();
        for (QueryText.Has has : query.wanted().map(QueryText::wanted).orElse(List.of())) {
            SearchTerm term = has.term();
            if (!term.phrase() && !term.beginning()) {
                for (String word : term.parts()) {
                    corrected = replaced(corrected, word, found);
                }
            }
        }
        return corrected.equals(query.text()) ? Optional.empty() : Optional.of(corrected.strip());
    }

    private static String replaced(String text, String word, Set<String> found) {
        if (found.contains(word)) {
            return text;
        }
        List<String> near = new ArrayList<>(found);
        near.removeIf(candidate -> !isNear(word, candidate));
        return near.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(best ->
                        Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)
                                .matcher(text)
                                .replaceFirst(best))
                .orElse(text);
    }
}
