package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a query into Elasticsearch's, clause by clause; its own query syntax is never used. */
final class ElasticsearchQuery {

    private static final List<String> FIELDS =
            List.of(
                    "title^4",
                    "fileName^2",
                    "description^1.5",
                    "place^1.5",
                    "content",
                    "words^0.7");
    private static final List<String> FOLDED_FIELDS = List.of("title^3", "content", "words");
    private static final Map<String, Float> BEGINNINGS =
            Map.of(
                    "title", 4f,
                    "fileName", 2f,
                    "description", 1.5f,
                    "place", 1.5f,
                    "content", 1f,
                    "words", 0.7f);

    /** So many words that begin with the last of several are looked for. */
    private static final int MOST_EXPANSIONS = 1_000;

    private ElasticsearchQuery() {}

    static Query of(SearchQuery query, Set<String> readers) {
        QueryText text = query.wanted();
        return Query.of(q ->
                q.bool(b -> {
                    b.filter(filters(query, readers));
                    if (!query.isEmpty() && text.isEmpty()) {
                        return b.must(m -> m.matchNone(n -> n));
                    }
                    text.clauses().forEach(clause -> b.must(any(clause)));
                    text.excluded().forEach(term -> b.mustNot(form(term)));
                    return b;
                }));
    }

    private static Query any(List<SearchTerm> terms) {
        List<Query> forms = terms.stream().map(ElasticsearchQuery::form).toList();
        return forms.size() == 1 ? forms.getFirst() : best(forms);
    }

    private static Query best(List<Query> queries) {
        return Query.of(q -> q.disMax(d -> d.queries(queries)));
    }

    private static Query form(SearchTerm term) {
        String folded = String.join(" ", term.words());
        if (!term.beginning()) {
            return best(
                    List.of(
                            inAny(term.written(), FIELDS, TextQueryType.Phrase),
                            inAny(folded, FOLDED_FIELDS, TextQueryType.Phrase)));
        }
        if (term.words().size() > 1) {
            return inAny(folded, FIELDS, TextQueryType.PhrasePrefix);
        }
        List<Query> beginnings = new ArrayList<>(beginnings(folded));
        String written = term.written().replace("*", "").toLowerCase(Locale.ROOT);
        if (!written.equals(folded)) {
            beginnings.addAll(beginnings(written));
        }
        return best(beginnings);
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

    private static List<Query> beginnings(String beginning) {
        return BEGINNINGS.entrySet().stream()
                .map(field ->
                        Query.of(q ->
                                q.prefix(p ->
                                        p.field(field.getKey())
                                                .value(beginning)
                                                .boost(field.getValue()))))
                .toList();
    }

    private static List<Query> filters(SearchQuery query, Set<String> readers) {
        List<Query> filters = new ArrayList<>();
        List<FieldValue> tokens = readers.stream().map(FieldValue::of).toList();
        filters.add(Query.of(q -> q.terms(t -> t.field("readers").terms(v -> v.value(tokens)))));
        add(filters, "type", query.type() == null ? null : query.type().id());
        add(filters, "kind", query.kind());
        add(filters, "language", query.language());
        add(filters, "source", query.source());
        query.place().tags().forEach(key -> add(filters, "tagKeys", key));
        add(filters, "categoryId", text(query.place().category()));
        add(filters, "folders", text(query.place().folder()));
        if (query.from() != null || query.to() != null) {
            filters.add(period(query));
        }
        return filters;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Query period(SearchQuery query) {
        return Query.of(q ->
                q.range(r ->
                        r.date(d -> {
                            d.field("updatedAt");
                            if (query.from() != null) {
                                d.gte(query.from().toString());
                            }
                            if (query.to() != null) {
                                d.lt(query.to().toString());
                            }
                            return d;
                        })));
    }

    private static void add(List<Query> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(Query.of(q -> q.term(t -> t.field(field).value(value))));
        }
    }
}
