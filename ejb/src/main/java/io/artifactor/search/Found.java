package io.artifactor.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an index found.
 *
 * @param hits a page of it
 * @param total how many there are in all
 * @param next where the next page begins, if there is one
 */
record Found(
        List<SearchHit> hits,
        long total,
        Optional<SearchPosition> next,
        Map<Facet, List<FacetValue>> facets) {

    Found {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    static Found nothing() {
        return new Found(List.of(), 0, Optional.empty(), Map.of());
    }
}
