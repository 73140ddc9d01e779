package io.artifactor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a query asks for, the same for every index. Any text is understood: what is no
 * sign of ours is a part of words, or nothing.
 *
 * @param clauses all needed, each satisfied by any of its terms
 * @param excluded none may be there
 */
record QueryText(List<List<SearchTerm>> clauses, List<SearchTerm> excluded) {

    private static final Pattern TOKEN = Pattern.compile("(-?)\"([^\"]+)\"|([^\\s\"]+)");
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");

    QueryText {
        clauses = List.copyOf(clauses);
        excluded = List.copyOf(excluded);
    }

    static QueryText of(String text) {
        List<List<SearchTerm>> clauses = new ArrayList<>();
        List<SearchTerm> excluded = new ArrayList<>();
        boolean or = false;
        Matcher token = TOKEN.matcher(QUOTES.matcher(text).replaceAll("\""));
        while (token.find()) {
            if ("OR".equals(token.group(3))) {
                or = !clauses.isEmpty();
                continue;
            }
            SearchTerm term = term(token);
            if (term.words().isEmpty()) {
                continue;
            }
            if (term.excluded()) {
                excluded.add(term);
            } else if (or) {
                clauses.getLast().add(term);
            } else {
                clauses.add(new ArrayList<>(List.of(term)));
            }
            or = false;
        }
        return new QueryText(clauses.stream().map(List::copyOf).distinct().toList(), excluded);
    }

    private static SearchTerm term(Matcher token) {
        String word = token.group(3);
        if (word == null) {
            String phrase = token.group(2);
            return new SearchTerm(phrase, Words.of(phrase), false, !token.group(1).isEmpty());
        }
        boolean excluded = word.startsWith("-") && word.length() > 1;
        String written = excluded ? word.substring(1) : word;
        return new SearchTerm(written, Words.of(written), written.endsWith("*"), excluded);
    }

    /** How many terms there are, those that must not be there too. */
    int size() {
        return clauses.stream().mapToInt(List::size).sum() + excluded.size();
    }

    /** Whether there is no word in it, so that nothing can be found by it. */
    boolean isEmpty() {
        return clauses.isEmpty() && excluded.isEmpty();
    }

    /** The terms of which at least some are in what is found. */
    List<SearchTerm> wanted() {
        return clauses.stream().flatMap(List::stream).toList();
    }
}
