package io.artifactor.search;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import io.artifactor.outbox.ReaderUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Elasticsearch; without it PostgreSQL answers searches. */
@ApplicationScoped
public class SearchDependency implements Dependency {

    @Inject private ElasticsearchStore store;
    @Inject private ElasticsearchGate gate;

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public Finding look() {
        try {
            boolean exists = store.exists();
            Map<String, Object> detail = Map.of("index", exists, "answersSearches", gate.isOpen());
            return exists && gate.isOpen() ? Finding.up(detail) : Finding.degraded(detail);
        } catch (ReaderUnavailable e) {
            return Finding.down("it does not answer; PostgreSQL answers searches");
        }
    }
}
