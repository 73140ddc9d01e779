package io.artifactor.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps searches from waiting for an Elasticsearch that was away a moment ago. Safe for all
 * threads.
 */
@ApplicationScoped
class ElasticsearchGate {

    private static final Duration CLOSED = Duration.ofSeconds(3);

    private volatile Instant closedUntil = Instant.EPOCH;

    boolean isOpen() {
        return Instant.now().isAfter(closedUntil);
    }

    void close() {
        closedUntil = Instant.now().plus(CLOSED);
    }
}
