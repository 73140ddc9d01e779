package io.artifactor.search;

import io.artifactor.outbox.RefusedSubject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A place that finds documents by their words. Implementations are safe for all threads. */
interface SearchIndex {

    /**
     * Puts the documents in place of what was there under their ids.
     *
     * @return those that were refused, while the others are in
     */
    List<RefusedSubject> put(Collection<SearchDocument> documents);

    /** Takes out what is there under these ids. */
    void remove(Collection<UUID> ids);

    /** Finds what any of the reader tokens may read; everything put before is found. */
    Found find(SearchQuery query, Set<String> readers, Matching matching);
}
