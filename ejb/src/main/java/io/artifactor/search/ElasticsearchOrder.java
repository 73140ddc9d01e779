package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** In which order Elasticsearch gives its hits, and where a page begins. */
final class ElasticsearchOrder {

    static final String INDEX = "elasticsearch";

    private final SearchQuery query;
    private final Optional<SearchPosition> position;

    ElasticsearchOrder(SearchQuery query) {
        this.query = query;
        position = query.position();
    }

    void apply(SearchRequest.Builder request) {
        List<SortOptions> order = new ArrayList<>();
        if (query.isRanked()) {
            order.add(SortOptions.of(s -> s.score(c -> c.order(SortOrder.Desc))));
        }
        order.add(by(keyField(), ascends() ? SortOrder.Asc : SortOrder.Desc));
        order.add(by("id", SortOrder.Asc));
        request.sort(order).trackScores(query.isRanked()).size(query.page().size());
        if (position.isEmpty()) {
            request.from(query.page().offset());
        } else if (!query.isRanked() || INDEX.equals(position.get().index())) {
            request.searchAfter(after(position.get()));
        } else {
            request.from((int) Math.min(position.get().offset(), SearchQuery.DEEPEST - 1));
        }
    }

    /** Scores are each index's own, so a page behind one of PostgreSQL's is found by counting. */
    private List<FieldValue> after(SearchPosition last) {
        List<FieldValue> values = new ArrayList<>();
        if (query.isRanked()) {
            values.add(FieldValue.of(last.score()));
        }
        values.add(
                query.sort() == SearchSort.TITLE
                        ? FieldValue.of(last.key())
                        : FieldValue.of(last.number()));
        values.add(FieldValue.of(last.id().toString()));
        return values;
    }

    /** Where the page ends that these hits are. */
    Optional<SearchPosition> next(List<? extends Hit<?>> hits, long total) {
        long before = position.map(SearchPosition::offset).orElse((long) query.page().offset());
        if (hits.size() < query.page().size() || before + hits.size() >= total) {
            return Optional.empty();
        }
        Hit<?> last = hits.getLast();
        int key = query.isRanked() ? 1 : 0;
        FieldValue value = last.sort().get(key);
        double score = query.isRanked() ? last.sort().getFirst().doubleValue() : 0;
        return Optional.of(
                new SearchPosition(
                        INDEX,
                        before + hits.size(),
                        score,
                        value.isString() ? value.stringValue() : String.valueOf(value.longValue()),
                        UUID.fromString(last.sort().get(key + 1).stringValue())));
    }

    private String keyField() {
        return switch (query.sort()) {
            case RELEVANCE, NEWEST, OLDEST -> "updatedAt";
            case TITLE -> "titleKey";
            case LARGEST -> "size";
        };
    }

    private boolean ascends() {
        return query.sort() == SearchSort.OLDEST || query.sort() == SearchSort.TITLE;
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }
}
