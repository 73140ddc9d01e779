package io.artifactor.search;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is known of Elasticsearch, so that neither searches nor health checks wait for one that is
 * away. Closed until somebody has seen that it answers and holds everything. Safe for all threads.
 */
@ApplicationScoped
class ElasticsearchGate {

    private volatile boolean answering;
    private volatile boolean complete;

    boolean isOpen() {
        return answering && complete;
    }

    /** Elasticsearch did or did not answer just now. */
    void answers(boolean nowAnswering) {
        answering = nowAnswering;
    }

    /** Everything that was to be filled into the index is or is not in it. */
    void isComplete(boolean nowComplete) {
        complete = nowComplete;
    }
}
