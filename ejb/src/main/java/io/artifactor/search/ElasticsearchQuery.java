package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a query into Elasticsearch's: its simple query string takes any text and never fails on its
 * syntax.
 */
final class ElasticsearchQuery {

    private static final List<String> FIELDS =
            List.of("title^4", "fileName^2", "description^1.5", "content", "words^0.7");
    private static final List<String> FOLDED_FIELDS = List.of("title^3", "content", "words");

    /** Everything but phrases, and, or, not, prefixes and grouping is taken as words. */
    private static final List<SimpleQueryStringFlag> SYNTAX =
            List.of(
                    SimpleQueryStringFlag.And,
                    SimpleQueryStringFlag.Or,
                    SimpleQueryStringFlag.Not,
                    SimpleQueryStringFlag.Phrase,
                    SimpleQueryStringFlag.Prefix,
                    SimpleQueryStringFlag.Precedence,
                    SimpleQueryStringFlag.Whitespace);

    private static final Pattern OR = Pattern.compile("(?<=\\s)OR(?=\\s)");

    private ElasticsearchQuery() {}

    static Query of(SearchQuery query, Set<String> readers) {
        return Query.of(q ->
                q.bool(b -> {
                    b.filter(filters(query, readers));
                    return query.isEmpty() ? b : words(b, query.text());
                }));
    }

    private static BoolQuery.Builder words(BoolQuery.Builder bool, String text) {
        String written = OR.matcher(text).replaceAll("|");
        String folded = Words.fold(written);
        return bool.must(m ->
                m.disMax(d ->
                        d.queries(
                                List.of(simple(written, FIELDS), simple(folded, FOLDED_FIELDS)))));
    }

    private static Query simple(String text, List<String> fields) {
        return Query.of(q ->
                q.simpleQueryString(s ->
                        s.query(text)
                                .fields(fields)
                                .flags(SYNTAX)
                                .defaultOperator(Operator.And)
                                .lenient(true)));
    }

    private static List<Query> filters(SearchQuery query, Set<String> readers) {
        List<Query> filters = new ArrayList<>();
        List<FieldValue> tokens = readers.stream().map(FieldValue::of).toList();
        filters.add(Query.of(q -> q.terms(t -> t.field("readers").terms(v -> v.value(tokens)))));
        add(filters, "type", query.type() == null ? null : query.type().id());
        add(filters, "kind", query.kind());
        add(filters, "language", query.language());
        add(filters, "source", query.source());
        if (query.from() != null || query.to() != null) {
            filters.add(period(query));
        }
        return filters;
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
