package io.artifactor.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an index found.
 *
 * @param hits a page of it
 * @param total how many there are in all
 * @param isNear whether nothing has the words as they were typed
 * @param next where the next page begins, if there is one
 */
record Found(
        List<SearchHit> hits,
        long total,
        Optional<SearchPosition> next,
        Map<Facet, List<FacetValue>> facets,
        boolean isNear) {

    Found(
            List<SearchHit> hits,
            long total,
            Optional<SearchPosition> next,
            Map<Facet, List<FacetValue>> facets) {
        this(hits, total, next, facets, false);
    }

    Found {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** The same, of words that are nearly those that were typed. */
    Found nearly() {
        return new Found(hits, total, next, facets, true);
    }

    static Found nothing() {
        return new Found(List.of(), 0, Optional.empty(), Map.of());
    }
}
