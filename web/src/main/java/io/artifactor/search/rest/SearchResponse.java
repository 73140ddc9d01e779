package io.artifactor.search.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.search.FacetValue;
import io.artifactor.search.SearchResult;
import io.artifactor.web.Paged;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what was found. */
@Schema(name = "SearchPage")
public record SearchResponse(
        List<SearchHitResponse> items,
        @Schema(examples = "1", description = "How many there are in all") long total,
        @Schema(
                        examples = "bm90LWEtY3Vyc29y",
                        description = "Cursor of the next page; absent on the last")
                @Nullable String next,
        @Schema(
                        examples = "false",
                        description = "PostgreSQL answered because Elasticsearch is away")
                boolean degraded,
        @Schema(examples = "9") long tookMs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(
                        examples = "{\"kind\": [{\"value\": \"code\", \"count\": 3}]}",
                        description =
                                "Of each facet asked for, its values and how many have them, at"
                                        + " most 50")
                Map<String, List<FacetValue>> facets,
        @Schema(
                        examples = "merge sort",
                        description =
                                "Where nothing has the words as they were typed: the query as it"
                                        + " was probably meant; the items are what it finds, and"
                                        + " what is like it")
                @Nullable String didYouMean)
        implements Paged {

    @Override
    public OptionalLong counted() {
        return OptionalLong.of(total);
    }

    @Override
    public Paged steady() {
        return new SearchResponse(items, total, next, degraded, 0, facets, didYouMean);
    }

    public static SearchResponse of(SearchResult result) {
        return new SearchResponse(
                result.hits().stream().map(SearchHitResponse::of).toList(),
                result.total(),
                result.next(),
                result.degraded(),
                result.tookMillis(),
                facets(result),
                result.didYouMean());
    }

    private static Map<String, List<FacetValue>> facets(SearchResult result) {
        Map<String, List<FacetValue>> facets = new TreeMap<>();
        result.facets().forEach((facet, values) -> facets.put(facet.id(), values));
        return facets;
    }
}
