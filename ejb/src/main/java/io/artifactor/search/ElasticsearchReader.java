package io.artifactor.search;

import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Feeds Elasticsearch, and fills it again when it comes back without its data. One thread. */
@ApplicationScoped
class ElasticsearchReader extends IndexReader {

    static final String NAME = "search-elasticsearch";

    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(30);

    @Inject private ElasticsearchIndex index;

    @Inject private SearchDocuments documents;

    @Inject private ElasticsearchGate gate;

    @Inject private ReindexTarget target;

    @EJB private Refill refill;

    private volatile Instant nextCount = Instant.EPOCH;
    private volatile boolean suspected;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        refill.keep();
        List<RefusedSubject> refused = bring(index, documents, rows);
        gate.isComplete(refill.isFilled(rows.getLast().id()));
        return refused;
    }

    @Override
    void before(Collection<SearchDocument> current, Collection<UUID> gone) {
        if (target.isBeingBuilt()) {
            target.follow(current, gone);
        }
    }

    @Override
    public void idle() {
        // What was away may come back with less, so it is counted as soon as it can be.
        Instant dueCount = nextCount;
        nextCount = Instant.EPOCH;
        boolean complete = refill.keep();
        if (complete && dueCount.isAfter(Instant.now())) {
            nextCount = dueCount;
        } else if (complete) {
            complete = count();
        }
        gate.isComplete(complete);
    }

    /** Something may change between the two counts, so that a difference must show twice. */
    private boolean count() {
        Refill.Count count = refill.count();
        boolean again = count == Refill.Count.EMPTY || suspected;
        suspected = count == Refill.Count.DIFFERENT && !suspected;
        nextCount = suspected ? Instant.EPOCH : Instant.now().plus(BETWEEN_COUNTS);
        return count == Refill.Count.AS_IT_SHOULD_BE || !again || refill.makeAnewAsCounted(count);
    }
}
