package io.artifactor.search;

import io.artifactor.outbox.ReaderUnavailable;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks Elasticsearch now and then whether it is there, so that no user waits to find out. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ElasticsearchProbe {

    @Inject private ElasticsearchStore store;

    @Inject private ElasticsearchGate gate;

    public ElasticsearchProbe() {}

    ElasticsearchProbe(ElasticsearchStore store, ElasticsearchGate gate) {
        this.store = store;
        this.gate = gate;
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void ask() {
        try {
            gate.answers(store.exists());
        } catch (ReaderUnavailable e) {
            gate.answers(false);
        }
    }
}
