package io.artifactor.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches the running parts. Without the database or the server there is no product, and whoever
 * started it must know; Elasticsearch is only missed by full text search, so it is started again
 * while the rest goes on.
 */
final class Watch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LOOK_AT_LOGS_EVERY = Duration.ofMinutes(1);

    private final Processes processes;
    private final Set<Part> parts;
    private final Progress progress;
    private final Backoff backoff = new Backoff();
    private boolean searchReady;
    private @Nullable Instant nextTry;
    private Instant nextLook = Instant.EPOCH;

    Watch(Processes processes, Set<Part> parts, Progress progress) {
        this.processes = processes;
        this.parts = parts;
        this.progress = progress;
    }

    /** Returns when the stack is being stopped; fails when a part ended that cannot be spared. */
    void untilTheEnd() throws InterruptedException {
        while (!processes.isStopping()) {
            for (Part part : parts) {
                if (part == Part.ELASTICSEARCH) {
                    lookAfterSearch();
                } else if (!processes.isRunning(part) && !processes.isStopping()) {
                    Child child = processes.child(part);
                    throw new StartFailure(
                            "%s ended by itself with exit code %d; stopping the rest.%n%s"
                                    .formatted(part.title(), child.exitCode(), child.tail(25)));
                }
            }
            lookAfterLogs();
            processes.awaitAnEnd(LOOK_EVERY);
        }
    }

    private void lookAfterLogs() {
        if (Instant.now().isBefore(nextLook)) {
            return;
        }
        nextLook = Instant.now().plus(LOOK_AT_LOGS_EVERY);
        for (Part part : parts) {
            try {
                processes.child(part).limitLog();
            } catch (IOException e) {
                progress.line(
                        "The log of %s cannot be kept small: %s"
                                .formatted(part.title(), e.getMessage()));
            }
        }
    }

    private void lookAfterSearch() {
        if (processes.isRunning(Part.ELASTICSEARCH)) {
            if (!searchReady && processes.isReady(Part.ELASTICSEARCH)) {
                searchReady = true;
                backoff.reset();
                processes.remember();
                progress.line("Elasticsearch is ready: full text search is complete");
            }
            return;
        }
        if (nextTry == null) {
            nextTry = Instant.now().plus(backoff.next());
            searchReady = false;
            Child child = processes.child(Part.ELASTICSEARCH);
            progress.line(
                    "Elasticsearch ended with exit code %d; search answers from the database until it is back (log: %s)"
                            .formatted(child.exitCode(), child.log()));
        } else if (Instant.now().isAfter(nextTry) && !processes.isStopping()) {
            nextTry = null;
            processes.launch(Part.ELASTICSEARCH);
        }
    }

    /** 1 s, 2 s, 4 s and so on to one minute. */
    static final class Backoff {
        private static final Duration LONGEST = Duration.ofMinutes(1);
        private Duration wait = Duration.ofSeconds(1);

        Duration next() {
            Duration now = wait;
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
            return now;
        }

        void reset() {
            wait = Duration.ofSeconds(1);
        }
    }
}
