package io.artifactor.search;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Words are all needed; {@code "a phrase"}, {@code -without}, {@code this OR
 * that} (the two beside it) and {@code begin*} are understood; anything else is taken as words.
 *
 * @param text empty for everything, newest first
 */
public record SearchQuery(
        String text,
        @Nullable DocumentType type,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String source,
        @Nullable Instant from,
        @Nullable Instant to,
        PageRequest page,
        PlaceFilter place) {

    public SearchQuery(
            String text,
            @Nullable DocumentType type,
            @Nullable String kind,
            @Nullable String language,
            @Nullable String source,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest page) {
        this(text, type, kind, language, source, from, to, page, PlaceFilter.NONE);
    }

    /** Deeper pages would cost more than anybody gains; a narrower query finds it. */
    static final int DEEPEST = PageRequest.DEEPEST;

    private static final int LONGEST = 1_000;

    /** Each is looked for in several fields, and Elasticsearch takes about a thousand clauses. */
    private static final int MOST_TERMS = 100;

    public SearchQuery {
        text = clean(text);
        List<FieldError> errors = new ArrayList<>();
        if (text.length() > LONGEST) {
            errors.add(
                    new FieldError(
                            "q",
                            "has %d characters, at most %d are looked for."
                                    .formatted(text.length(), LONGEST)));
        }
        if (text.length() <= LONGEST && QueryText.of(text).size() > MOST_TERMS) {
            errors.add(
                    new FieldError(
                            "q",
                            "has %d words, at most %d are looked for."
                                    .formatted(QueryText.of(text).size(), MOST_TERMS)));
        }
        if (from != null && to != null && from.isAfter(to)) {
            errors.add(new FieldError("from", "is after `to`, so nothing could be found."));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** What the text asks for. */
    QueryText wanted() {
        return QueryText.of(text);
    }

    /** Where the page starts, counted from 0. */
    int offset() {
        long offset =
                page.position(listName())
                        .map(cursor -> cursor.number(0))
                        .orElse((long) page.offset());
        if (offset < 0 || offset >= DEEPEST) {
            throw Problem.invalid(
                    "cursor",
                    "would go deeper than %,d hits; make the query narrower.".formatted(DEEPEST));
        }
        return (int) offset;
    }

    /** How many hits the page shows at most. */
    int size() {
        return Math.min(page.size(), DEEPEST - offset());
    }

    /** The cursor of the next page, when more of what the index gives lies behind this one. */
    @Nullable String next(long reachable) {
        int end = offset() + page.size();
        return end < reachable && end < DEEPEST ? Cursor.at(end).encode(listName()) : null;
    }

    private String listName() {
        return Stream.of("search", text, type, kind, language, source, from, to, place)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    /** Characters no index can hold are no part of any word. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isSurrogate(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
