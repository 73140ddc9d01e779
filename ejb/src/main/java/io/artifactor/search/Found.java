package io.artifactor.search;

import java.util.List;

/**
 * What an index found.
 *
 * @param hits a page of it
 * @param total how many there are in all
 * @param reachable how many of them pages can show
 */
record Found(List<SearchHit> hits, long total, long reachable) {

    Found {
        hits = List.copyOf(hits);
    }
}
