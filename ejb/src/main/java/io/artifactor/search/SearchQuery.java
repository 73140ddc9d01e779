package io.artifactor.search;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.PageRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked for.
 *
 * @param text in the language of queries; empty for everything
 * @param facets by what everything that is found is counted
 * @param explain whether to say of each hit which parts of the text it fulfils
 */
public record SearchQuery(
        String text,
        SearchFilter filter,
        SearchSort sort,
        Set<Facet> facets,
        boolean explain,
        PageRequest page) {

    /** Pages by number end here; those by cursor go on. */
    static final int DEEPEST = PageRequest.DEEPEST;

    public SearchQuery {
        text = clean(text);
        facets = new TreeSet<>(facets);
        QueryText.parse(text);
    }

    /** Words alone, best first. */
    public static SearchQuery of(String text, PageRequest page) {
        return new SearchQuery(
                text, SearchFilter.NONE, SearchSort.RELEVANCE, Set.of(), false, page);
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** What the text asks for; empty also where it has nothing that could be looked for. */
    Optional<QueryText> wanted() {
        return QueryText.parse(text);
    }

    /** Whether the text is nothing but signs, by which nothing is found. */
    boolean asksForNothing() {
        return !isEmpty() && wanted().isEmpty();
    }

    /** Whether there are words to be good or bad at. */
    boolean isRanked() {
        return sort == SearchSort.RELEVANCE && hasWords();
    }

    boolean hasWords() {
        return wanted().filter(text -> !text.wanted().isEmpty()).isPresent();
    }

    /** Behind what the page starts, if a cursor says so. */
    Optional<SearchPosition> position() {
        return page.position(listName()).map(SearchPosition::of);
    }

    /** The cursor of the page behind that position. */
    String cursor(SearchPosition position) {
        return Cursor.at(position.values()).encode(listName());
    }

    private String listName() {
        return Stream.of("search", text, filter, sort)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    /** Characters no index can hold are no part of any word; all others keep their position. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isSurrogate(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .stripTrailing();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
