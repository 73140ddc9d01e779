package io.artifactor.search;

import java.util.List;

/** What an index found: a page of hits, and how many there are in all. */
record Found(List<SearchHit> hits, long total) {

    Found {
        hits = List.copyOf(hits);
    }
}
