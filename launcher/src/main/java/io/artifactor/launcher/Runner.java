package io.artifactor.launcher;

import java.time.Duration;
import java.util.List;

/** Knows how one part is prepared, started, found ready and stopped. Keeps no process itself. */
sealed interface Runner permits Postgres, Elasticsearch, ApplicationServer {

    /**
     * Prepares what the part needs on disk and starts its process; does not wait until it is ready.
     */
    Child launch();

    /** Whether the part does its work now. Throws a {@link StartFailure} when it never will. */
    boolean isReady(Child child);

    /** How long a start may take on a slow machine. */
    Duration patience();

    /**
     * The gentle ways to end it, in order; it is killed after the last.
     *
     * @param wasReady whether it ever did its work; what only began has little to finish
     */
    List<Child.Farewell> farewells(boolean wasReady);
}
