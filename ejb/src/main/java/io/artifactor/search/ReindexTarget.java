package io.artifactor.search;

import io.artifactor.outbox.RefusedSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The index that is being built anew, beside the one in use; there may be none. */
@ApplicationScoped
class ReindexTarget {

    @Inject private ElasticsearchStore store;

    @Inject private ElasticsearchIndex index;

    @Inject private SearchRows rows;

    /** Makes an empty one in place of whatever was begun before. */
    void begin(String mark) {
        store.beginNext(mark);
    }

    /** Whether it is there and carries the mark. */
    boolean isBegun(String mark) {
        return store.mark(ElasticsearchSchema.NEXT).filter(mark::equals).isPresent();
    }

    /** Whether it is the one that searches find. */
    boolean isInUse(String mark) {
        return store.mark().filter(mark::equals).isPresent();
    }

    void discard() {
        store.discardNext();
    }

    /** Searches find it from now on, and not the other any more. */
    void swap() {
        store.swap();
    }

    /** Adds what is not in it yet: what is there came later and is newer. */
    List<RefusedSubject> add(Collection<SearchDocument> documents) {
        return index.addToNext(documents);
    }

    void remove(Collection<UUID> ids) {
        index.removeFromNext(ids);
    }

    /** Whether one is being built, so that changes belong into it too. */
    boolean isBeingBuilt() {
        return rows.find(
                        new Sql()
                                .add("select from search_job where kind = 'reindex'")
                                .add(" and state = 'running' and mark is not null"),
                        row -> true)
                .isPresent();
    }

    /**
     * Brings a change into it. It is done before the index in use gets it: if they are swapped in
     * between, the change comes into the new one by the other way.
     */
    void follow(Collection<SearchDocument> documents, Collection<UUID> gone) {
        index.followInNext(documents, gone);
    }
}
