package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import io.artifactor.search.QueryText.Has;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One word or phrase in all the forms in which a document may have it: as it was typed, without
 * accents, and with its identifiers taken apart.
 */
final class ElasticsearchWords {

    /** So many words that begin with the last of several are looked for. */
    private static final int MOST_EXPANSIONS = 1_000;

    /** More than any score of words that are nearly the same. */
    private static final float EXACT_FIRST = 1_000;

    private static final int MOST_NEAR = 50;

    private static final Places ANYWHERE =
            new Places(
                    Map.of(
                            "title", 4f,
                            "fileName", 2f,
                            "heads", 2f,
                            "description", 1.5f,
                            "place", 1.5f,
                            "content", 1f,
                            "words", 0.7f),
                    List.of("title^3", "heads^2", "content", "words^0.7"));

    private ElasticsearchWords() {}

    /**
     * Where words are looked for.
     *
     * @param weights by field
     * @param folded the fields that have words in other forms
     */
    private record Places(Map<String, Float> weights, List<String> folded) {

        static Places of(String field, String besides) {
            return new Places(Map.of(field, 1f, besides, 0.7f), List.of(field, besides));
        }

        List<String> all() {
            return weights.entrySet().stream().map(e -> e.getKey() + '^' + e.getValue()).toList();
        }
    }

    private static Places places(@Nullable TextField field) {
        return switch (field) {
            case null -> ANYWHERE;
            case TITLE -> Places.of("title", "titleWords");
            case DESCRIPTION -> Places.of("description", "descriptionWords");
            case FILE -> Places.of("fileName", "fileWords");
            case CONTENT -> Places.of("content", "words");
        };
    }

    static Query of(Has has, Matching matching) {
        Query exact = exact(has);
        SearchTerm term = has.term();
        if (matching == Matching.EXACT || term.phrase() || term.beginning()) {
            return exact;
        }
        List<String> fields = places(has.field()).all();
        return Query.of(q ->
                q.bool(b -> {
                    b.should(s -> s.constantScore(c -> c.filter(exact).boost(EXACT_FIRST)));
                    b.should(s ->
                            s.bool(near -> {
                                term.parts().forEach(part -> near.must(nearly(part, fields)));
                                return near;
                            }));
                    return b.minimumShouldMatch("1");
                }));
    }

    private static Query nearly(String word, List<String> fields) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(word)
                                .fields(fields)
                                .type(TextQueryType.BestFields)
                                .fuzziness("AUTO")
                                .prefixLength(1)
                                .maxExpansions(MOST_NEAR)));
    }

    private static Query exact(Has has) {
        SearchTerm term = has.term();
        Places places = places(has.field());
        String folded = String.join(" ", term.words());
        if (term.beginning()) {
            return beginning(term, folded, places);
        }
        List<Query> forms = new ArrayList<>();
        forms.add(inAny(term.written(), places.all(), TextQueryType.Phrase));
        if (!term.written().toLowerCase(Locale.ROOT).equals(folded)) {
            forms.add(inAny(folded, places.folded(), TextQueryType.Phrase));
        }
        if (term.hasParts()) {
            String parts = String.join(" ", term.parts());
            forms.add(inAny(parts, places.folded(), TextQueryType.Phrase));
        }
        return ElasticsearchQuery.best(forms);
    }

    private static Query beginning(SearchTerm term, String folded, Places places) {
        List<Query> forms = new ArrayList<>();
        if (term.words().size() > 1) {
            forms.add(inAny(folded, places.all(), TextQueryType.PhrasePrefix));
        } else {
            forms.addAll(beginnings(folded, places));
            String written = term.written().replace("*", "").toLowerCase(Locale.ROOT);
            if (!written.equals(folded)) {
                forms.addAll(beginnings(written, places));
            }
        }
        if (term.hasParts()) {
            String parts = String.join(" ", term.parts());
            forms.add(inAny(parts, places.folded(), TextQueryType.PhrasePrefix));
        }
        return ElasticsearchQuery.best(forms);
    }

    private static Query inAny(String text, List<String> fields, TextQueryType type) {
        return Query.of(q ->
                q.multiMatch(m -> {
                    m.query(text).fields(fields).type(type);
                    return type == TextQueryType.PhrasePrefix
                            ? m.maxExpansions(MOST_EXPANSIONS)
                            : m;
                }));
    }

    private static List<Query> beginnings(String beginning, Places places) {
        return places.weights().entrySet().stream()
                .map(field ->
                        Query.of(q ->
                                q.prefix(p ->
                                        p.field(field.getKey())
                                                .value(beginning)
                                                .boost(field.getValue()))))
                .toList();
    }
}
