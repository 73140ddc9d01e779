package io.artifactor.launcher;

import java.time.Duration;

/**
 * Watches the running parts. Without the database or the server there is no product, and whoever
 * started it must know; Elasticsearch is only missed by full text search, so it is started again
 * while the rest goes on.
 */
final class Watch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Stack stack;
    private final Progress progress;
    private final Backoff backoff = new Backoff();
    private boolean searchReady;
    private long nextTryNanos;

    Watch(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Returns when a part ended that cannot be spared, or the stack is being stopped. */
    void untilTheEnd() throws InterruptedException {
        while (!stack.isStopping()) {
            for (Part part : stack.settings().parts()) {
                if (part == Part.ELASTICSEARCH) {
                    lookAfterSearch();
                } else if (!stack.isRunning(part) && !stack.isStopping()) {
                    Child child = stack.child(part);
                    throw new StartFailure(
                            "%s ended by itself with exit code %d; stopping the rest.%n%s"
                                    .formatted(part.title(), child.exitCode(), child.tail(25)));
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void lookAfterSearch() {
        if (stack.isRunning(Part.ELASTICSEARCH)) {
            if (!searchReady && stack.isReady(Part.ELASTICSEARCH)) {
                searchReady = true;
                backoff.reset();
                stack.rememberChildren();
                progress.line("Elasticsearch is ready: full text search is complete");
            }
            return;
        }
        if (nextTryNanos == 0) {
            nextTryNanos = System.nanoTime() + backoff.next().toNanos();
            searchReady = false;
            progress.line(
                    "Elasticsearch ended with exit code %d; search answers from the database until it is back (log: %s)"
                            .formatted(
                                    stack.child(Part.ELASTICSEARCH).exitCode(),
                                    stack.log(Part.ELASTICSEARCH)));
        } else if (System.nanoTime() - nextTryNanos >= 0 && !stack.isStopping()) {
            nextTryNanos = 0;
            stack.launch(Part.ELASTICSEARCH);
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
