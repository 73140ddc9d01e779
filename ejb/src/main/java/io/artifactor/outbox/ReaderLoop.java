package io.artifactor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Serves one reader until it is stopped: batch after batch while there are rows, row by row where a
 * batch fails, and in growing intervals while the reader's own store is away. One thread.
 */
final class ReaderLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ReaderLoop.class.getName());

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(10);

    private final OutboxReader reader;
    private final Delivery delivery;
    private final Wakeup wakeup;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private volatile boolean stopped;
    private Instant nextIdleCheck = Instant.EPOCH;

    ReaderLoop(OutboxReader reader, Delivery delivery, Wakeup wakeup) {
        this.reader = reader;
        this.delivery = delivery;
        this.wakeup = wakeup;
    }

    void stop() {
        stopped = true;
        wakeup.call();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long seen = wakeup.calls();
                Duration pause = serve();
                if (!pause.isZero() && !stopped) {
                    pause(seen, pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A reader that is away is not disturbed by new rows; one that waits for rows is woken. */
    private void pause(long seen, Duration pause) throws InterruptedException {
        if (backoff.isActive()) {
            Instant end = Instant.now().plus(pause);
            while (!stopped && Instant.now().isBefore(end)) {
                wakeup.await(wakeup.calls(), Duration.between(Instant.now(), end));
            }
        } else {
            wakeup.await(seen, pause);
        }
    }

    /** How long to wait before the next turn; zero when there may be more. */
    private Duration serve() {
        try {
            int rows = deliverBatch();
            if (rows == 0) {
                checkWhenIdle();
            }
            backoff.reset();
            return rows == 0 ? POLL : Duration.ZERO;
        } catch (ReaderUnavailable e) {
            if (!backoff.isActive()) {
                LOG.log(
                        Level.WARNING,
                        "{0} is away, its rows wait: {1}",
                        new Object[] {reader.name(), e.getMessage()});
            }
            return backoff.next();
        } catch (RuntimeException e) {
            // Whatever it is, the loop must outlive it: nobody else serves this reader.
            LOG.log(Level.WARNING, "The outbox cannot be served for " + reader.name(), e);
            return backoff.next();
        }
    }

    private int deliverBatch() {
        try {
            return delivery.deliver(reader);
        } catch (ReaderUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A batch failed, its rows go one by one: " + reader.name(), e);
            return deliverSingly();
        }
    }

    private int deliverSingly() {
        int rows = 0;
        for (long id : delivery.due(reader)) {
            if (stopped) {
                break;
            }
            rows++;
            try {
                delivery.deliverOne(reader, id);
            } catch (ReaderUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                delivery.postpone(id, String.valueOf(rootOf(e)));
            }
        }
        return rows;
    }

    private void checkWhenIdle() {
        Instant now = Instant.now();
        if (now.isAfter(nextIdleCheck)) {
            nextIdleCheck = now.plus(IDLE_CHECK);
            reader.idle();
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
