package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.artifactor.search.QueryText.All;
import io.artifactor.search.QueryText.Any;
import io.artifactor.search.QueryText.Has;
import io.artifactor.search.QueryText.Is;
import io.artifactor.search.QueryText.Not;
import io.artifactor.search.QueryText.Within;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a query into Elasticsearch's, clause by clause; its own query syntax is never used. */
final class ElasticsearchQuery {

    private final Matching matching;
    private final boolean explain;

    private ElasticsearchQuery(Matching matching, boolean explain) {
        this.matching = matching;
        this.explain = explain;
    }

    static Query of(SearchQuery query, Set<String> readers, Matching matching) {
        ElasticsearchQuery exact = new ElasticsearchQuery(Matching.EXACT, false);
        ElasticsearchQuery asked = new ElasticsearchQuery(matching, query.explain());
        List<FieldValue> tokens = readers.stream().map(FieldValue::of).toList();
        BoolQuery.Builder bool = new BoolQuery.Builder();
        bool.filter(f -> f.terms(t -> t.field("readers").terms(v -> v.value(tokens))));
        query.filter().conditions().forEach(condition -> bool.filter(exact.clause(condition)));
        addTerm(bool, "categoryId", query.filter().place().category());
        addTerm(bool, "folders", query.filter().place().folder());
        if (query.asksForNothing()) {
            bool.must(m -> m.matchNone(n -> n));
        }
        query.wanted().ifPresent(text -> bool.must(asked.clause(text)));
        return bool.build()._toQuery();
    }

    private static void addTerm(BoolQuery.Builder bool, String field, @Nullable UUID value) {
        if (value != null) {
            bool.filter(f -> f.term(t -> t.field(field).value(value.toString())));
        }
    }

    private Query clause(QueryText text) {
        return switch (text) {
            case All all -> all(all);
            case Any any -> best(any.parts().stream().map(part -> clause(part)).toList());
            case Not not -> Query.of(q -> q.bool(b -> b.mustNot(excluded(not))));
            case Has has -> named(has, ElasticsearchWords.of(has, matching));
            case Is is -> unranked(named(is, term(is)));
            case Within within -> unranked(named(within, range(within)));
        };
    }

    private Query all(All all) {
        BoolQuery.Builder bool = new BoolQuery.Builder();
        for (QueryText part : all.parts()) {
            switch (part) {
                case Not not -> bool.mustNot(excluded(not));
                case Is is -> bool.filter(named(is, term(is)));
                case Within within -> bool.filter(named(within, range(within)));
                case All inner -> bool.must(clause(inner));
                case Any inner -> bool.must(clause(inner));
                case Has has -> bool.must(clause(has));
            }
        }
        return bool.build()._toQuery();
    }

    /** What must not be there is meant exactly, and explains nothing. */
    private static Query excluded(Not not) {
        return new ElasticsearchQuery(Matching.EXACT, false).clause(not.part());
    }

    /** Under which a hit says that it fulfils this, if that is asked for. */
    private Query named(QueryText text, Query query) {
        return explain ? Query.of(q -> q.bool(b -> b.must(query).queryName(text.print()))) : query;
    }

    static Query best(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(q -> q.disMax(d -> d.queries(queries)));
    }

    private static Query unranked(Query filter) {
        return Query.of(q -> q.bool(b -> b.filter(filter)));
    }

    private static Query term(Is is) {
        return Query.of(q -> q.term(t -> t.field(field(is.field())).value(is.value())));
    }

    private static String field(ExactField field) {
        return switch (field) {
            case TYPE -> "type";
            case KIND -> "kind";
            case LANGUAGE -> "language";
            case SOURCE -> "source";
            case TAG -> "tagKeys";
            case CATEGORY -> "categoryKey";
            case OWNER -> "owner";
            case CONVERSATION -> "conversationId";
        };
    }

    private static Query range(Within within) {
        String field =
                switch (within.field()) {
                    case SIZE -> "size";
                    case CREATED -> "createdAt";
                    case UPDATED -> "updatedAt";
                };
        Long low = within.range().low();
        Long high = within.range().high();
        return Query.of(q ->
                q.range(r ->
                        r.untyped(u -> {
                            u.field(field);
                            if (within.field() != RangeField.SIZE) {
                                u.format("epoch_millis");
                            }
                            if (low != null) {
                                u.gte(JsonData.of(low));
                            }
                            if (high != null) {
                                u.lt(JsonData.of(high));
                            }
                            return u;
                        })));
    }
}
