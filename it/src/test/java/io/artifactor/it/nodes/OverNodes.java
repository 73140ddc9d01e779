package io.artifactor.it.nodes;

import io.artifactor.it.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stage of tests over several servers, which are started once for all of them. */
abstract class OverNodes extends ServerTest {

    private static @Nullable Nodes started;

    @BeforeAll
    static void startNodes() {
        started = Nodes.start();
    }

    @AfterAll
    static void stopNodes() {
        if (started != null) {
            started.close();
        }
    }

    static Nodes nodes() {
        Nodes running = started;
        if (running == null) {
            throw new IllegalStateException("No nodes");
        }
        return running;
    }
}
