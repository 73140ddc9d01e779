package io.artifactor.search;

import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Feeds Elasticsearch, and fills it again when it comes back without its data. */
@ApplicationScoped
class ElasticsearchReader extends IndexReader {

    static final String NAME = "search-elasticsearch";

    @Inject private ElasticsearchIndex index;

    @Inject private SearchDocuments documents;

    @EJB private Refill refill;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        ensureIndex();
        return bring(index, documents, rows);
    }

    @Override
    public void idle() {
        ensureIndex();
    }

    /**
     * Everything is put into the outbox before the index is made: a crash in between does it again,
     * while the other order would leave an empty index that looks complete.
     */
    private void ensureIndex() {
        if (!index.exists()) {
            refill.enqueueEverything();
            index.create();
        }
    }
}
