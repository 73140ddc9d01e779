package io.artifactor.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Builds the index of Elasticsearch anew while the other one answers.
 *
 * <p>Changes go into both as long as it lasts. The job only adds what is not there, so that it
 * never puts an older state over a newer one; what was deleted between reading and adding is taken
 * out again, and what is deleted later the reader of the outbox takes out.
 */
@ApplicationScoped
class Reindexing {

    @Inject private ReindexTarget target;

    @Inject private SearchDocuments documents;

    @Inject private SearchRows rows;

    /** From now on the index may carry this mark, though it still has another. */
    void begin(String mark) {
        target.begin(mark);
        rows.update(Fill.expect(mark));
    }

    /** Whether the index with the mark is there, being built or in use. */
    boolean isBegun(String mark) {
        return target.isBegun(mark) || target.isInUse(mark);
    }

    boolean isInUse(String mark) {
        return target.isInUse(mark);
    }

    void discard() {
        target.discard();
        rows.update(Fill.expect(null));
    }

    /** Brings these into the index that is built; says how many it did not take. */
    long add(List<UUID> ids) {
        List<SearchDocument> current = documents.load(ids);
        long refused = target.add(current).size();
        Set<UUID> gone =
                new HashSet<>(
                        rows.list(SearchThings.gone(ids), row -> row.getObject(1, UUID.class)));
        target.remove(gone);
        return refused;
    }

    /** Puts the index that was built in use. */
    void swap(String mark) {
        if (!target.isInUse(mark)) {
            target.swap();
        }
        rows.update(Fill.settle(mark));
    }
}
