package io.artifactor.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The table of parts and the processes they run in. Safe for use from several threads: one may be
 * starting a part while another stops them all.
 */
final class Processes {
    private static final Duration NEWS_EVERY = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<Part, Runner> runners = new EnumMap<>(Part.class);
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final Leftovers leftovers;
    private final Progress progress;
    private volatile boolean stopping;

    Processes(Leftovers leftovers, Progress progress) {
        this.leftovers = leftovers;
        this.progress = progress;
    }

    synchronized void add(Part part, Runner runner) {
        runners.put(part, runner);
    }

    synchronized boolean has(Part part) {
        return runners.containsKey(part);
    }

    synchronized Runner runner(Part part) {
        Runner runner = runners.get(part);
        if (runner == null) {
            throw new IllegalStateException(part.title() + " is not started by this launcher");
        }
        return runner;
    }

    Child child(Part part) {
        return find(part)
                .orElseThrow(() -> new IllegalStateException(part.title() + " was never started"));
    }

    boolean isRunning(Part part) {
        return find(part).filter(Child::isAlive).isPresent();
    }

    boolean isReady(Part part) {
        return runner(part).isReady(child(part));
    }

    /** Prepares and starts the process without waiting until it is ready. */
    void launch(Part part) {
        Child child = runner(part).launch();
        synchronized (this) {
            children.put(part, child);
        }
        if (stopping) {
            child.kill();
            throw new StartFailure("The launcher is stopping.");
        }
        progress.line(part.title() + " is starting");
        remember();
    }

    void awaitReady(Part part) {
        Child child = child(part);
        Runner runner = runner(part);
        long begun = System.nanoTime();
        Duration nextNews = NEWS_EVERY;
        while (!runner.isReady(child)) {
            boolean ended = child.endsWithin(POLL);
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            refuseToWaitFor(child, ended, waited, runner.patience());
            if (waited.compareTo(nextNews) > 0) {
                progress.line(part.title() + " is still starting");
                nextNews = nextNews.plus(NEWS_EVERY);
            }
        }
        child.markReady();
        progress.line(part.title() + " is ready");
        remember();
    }

    private void refuseToWaitFor(Child child, boolean ended, Duration waited, Duration patience) {
        String title = child.part().title();
        if (stopping) {
            throw new StartFailure("The launcher is stopping.");
        }
        if (ended) {
            throw new StartFailure(
                    "%s ended with exit code %d.%n%s"
                            .formatted(title, child.exitCode(), child.tail(25)));
        }
        if (waited.compareTo(patience) > 0) {
            throw new StartFailure(
                    "%s was not ready after %d s.%n%s"
                            .formatted(title, patience.toSeconds(), child.tail(25)));
        }
    }

    void end(Part part) {
        Child child = child(part);
        child.end(runner(part).farewells(child.wasReady()));
    }

    /**
     * Ends the parts one after the other, in the reverse of the order in which they depend on each
     * other.
     */
    void endAll() {
        stopping = true;
        for (Part part : List.of(Part.SERVER, Part.ELASTICSEARCH, Part.DATABASE)) {
            if (isRunning(part)) {
                progress.line(part.title() + " is stopping");
                end(part);
            }
        }
    }

    boolean isStopping() {
        return stopping;
    }

    List<Child> running() {
        List<Child> all;
        synchronized (this) {
            all = new ArrayList<>(children.values());
        }
        return all.stream().filter(Child::isAlive).toList();
    }

    /** Writes down who runs now. Children have children of their own only once they are ready. */
    void remember() {
        leftovers.remember(running());
    }

    /** Returns when a running part ends, at the latest after the given time. */
    void awaitAnEnd(Duration atMost) throws InterruptedException {
        CompletableFuture<?>[] ends =
                running().stream()
                        .map(child -> child.handle().onExit())
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(ends).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // all of them run on
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Optional<Child> find(Part part) {
        return Optional.ofNullable(children.get(part));
    }
}
