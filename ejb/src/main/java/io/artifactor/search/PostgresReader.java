package io.artifactor.search;

import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Feeds PostgreSQL's own full text. */
@ApplicationScoped
class PostgresReader extends IndexReader {

    static final String NAME = "search-postgresql";

    @Inject private PostgresIndex index;

    @Inject private SearchDocuments documents;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        return bring(index, documents, rows);
    }
}
