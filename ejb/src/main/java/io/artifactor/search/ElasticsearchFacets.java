package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts by Elasticsearch, of what the query finds and so of what its reader may see. */
final class ElasticsearchFacets {

    private ElasticsearchFacets() {}

    static Aggregation of(Facet facet) {
        return switch (facet) {
            case TYPE -> values("type");
            case KIND -> values("kind");
            case LANGUAGE -> values("language");
            case SOURCE -> values("source");
            case TAG -> values("tagKeys");
            case CATEGORY -> values("categoryId");
            case YEAR -> times(CalendarInterval.Year, "uuuu");
            case MONTH -> times(CalendarInterval.Month, "uuuu-MM");
        };
    }

    private static Aggregation values(String field) {
        return Aggregation.of(a ->
                a.terms(t ->
                        t.field(field)
                                .size(Facet.MOST_VALUES)
                                .order(
                                        List.of(
                                                NamedValue.of("_count", SortOrder.Desc),
                                                NamedValue.of("_key", SortOrder.Asc)))));
    }

    private static Aggregation times(CalendarInterval interval, String format) {
        return Aggregation.of(a ->
                a.dateHistogram(h ->
                        h.field("updatedAt")
                                .calendarInterval(interval)
                                .format(format)
                                .minDocCount(1)
                                .order(NamedValue.of("_key", SortOrder.Desc))));
    }

    static List<FacetValue> values(Facet facet, Map<String, Aggregate> answer) {
        List<FacetValue> values = new ArrayList<>();
        Aggregate aggregate = answer.get(facet.id());
        if (aggregate == null) {
            return values;
        }
        if (aggregate.isSterms()) {
            aggregate
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(b -> values.add(new FacetValue(b.key().stringValue(), b.docCount())));
        } else if (aggregate.isDateHistogram()) {
            aggregate.dateHistogram().buckets().array().stream()
                    .limit(Facet.MOST_VALUES)
                    .forEach(b ->
                            values.add(
                                    new FacetValue(String.valueOf(b.keyAsString()), b.docCount())));
        }
        return values;
    }
}
