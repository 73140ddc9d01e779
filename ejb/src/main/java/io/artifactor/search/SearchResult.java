package io.artifactor.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param degraded whether PostgreSQL answered because Elasticsearch is away: ranking and counts may
 *     differ, permissions do not
 */
public record SearchResult(
        List<SearchHit> hits,
        long total,
        @Nullable String next,
        boolean degraded,
        long tookMillis,
        Map<Facet, List<FacetValue>> facets,
        @Nullable String didYouMean) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
