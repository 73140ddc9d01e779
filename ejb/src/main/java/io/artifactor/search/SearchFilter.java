package io.artifactor.search;

import io.artifactor.problem.Problem;
import io.artifactor.search.QueryText.Is;
import io.artifactor.search.QueryText.Range;
import io.artifactor.search.QueryText.Within;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a search beside its text. Of several values of one list any will do; empty lists and
 * nulls narrow nothing.
 *
 * @param kinds ids of kinds
 * @param sources ids of sources
 * @param from changed at or after
 * @param to changed before
 */
public record SearchFilter(
        @Nullable DocumentType type,
        List<String> kinds,
        List<String> languages,
        List<String> sources,
        @Nullable Instant from,
        @Nullable Instant to,
        PlaceFilter place) {

    /** Narrows nothing. */
    public static final SearchFilter NONE =
            new SearchFilter(null, List.of(), List.of(), List.of(), null, null, PlaceFilter.NONE);

    public SearchFilter {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.invalid("from", "is after `to`, so nothing could be found.");
        }
    }

    /** The same as a text would ask for it, all of which is needed; folder and category apart. */
    List<QueryText> conditions() {
        List<QueryText> conditions = new ArrayList<>();
        if (type != null) {
            conditions.add(new Is(ExactField.TYPE, type.id()));
        }
        addAny(conditions, ExactField.KIND, kinds);
        addAny(conditions, ExactField.LANGUAGE, languages);
        addAny(conditions, ExactField.SOURCE, sources);
        place.tags().forEach(key -> conditions.add(new Is(ExactField.TAG, key)));
        if (from != null || to != null) {
            conditions.add(new Within(RangeField.UPDATED, "", new Range(millis(from), millis(to))));
        }
        return conditions;
    }

    private static void addAny(List<QueryText> conditions, ExactField field, List<String> values) {
        List<QueryText> choices = new ArrayList<>();
        values.forEach(value -> choices.add(new Is(field, value)));
        QueryText.any(choices).ifPresent(conditions::add);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
