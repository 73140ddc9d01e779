package io.artifactor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Serves one reader: batch after batch while there are rows, row by row where a batch fails, and in
 * growing intervals while the reader's own store is away. Holds a thread for as long as there is
 * something to do; several threads may ask, one at a time runs.
 */
final class ReaderTurn implements Runnable {

    private static final Logger LOG = Logger.getLogger(ReaderTurn.class.getName());

    private static final Duration IDLE_CHECK = Duration.ofSeconds(10);

    private final OutboxReader reader;
    private final Delivery delivery;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private final AtomicBoolean running = new AtomicBoolean();

    private volatile boolean stopped;
    private volatile boolean asked;
    private volatile Instant notBefore = Instant.EPOCH;
    private Instant nextIdleCheck = Instant.EPOCH;

    ReaderTurn(OutboxReader reader, Delivery delivery) {
        this.reader = reader;
        this.delivery = delivery;
    }

    void stop() {
        stopped = true;
    }

    /**
     * Asks for a look at the rows there are now.
     *
     * @return whether the asking thread is to have it run; else it runs already, or it is too early
     */
    boolean ask() {
        if (stopped || Instant.now().isBefore(notBefore)) {
            return false;
        }
        asked = true;
        return running.compareAndSet(false, true);
    }

    /** Nobody could run it after all. */
    void giveUp() {
        running.set(false);
    }

    @Override
    public void run() {
        do {
            try {
                asked = false;
                serveAll();
            } finally {
                running.set(false);
            }
            // Whoever asked in between found it running.
        } while (asked && !stopped && running.compareAndSet(false, true));
    }

    private void serveAll() {
        boolean more = true;
        while (more && !stopped) {
            more = serve();
        }
    }

    /** Whether there may be more. */
    private boolean serve() {
        try {
            int rows = deliverBatch();
            if (rows == 0) {
                checkWhenIdle();
            }
            backoff.reset();
            return rows > 0;
        } catch (ReaderUnavailable e) {
            if (!backoff.isActive()) {
                LOG.log(
                        Level.WARNING,
                        "{0} is away, its rows wait: {1}",
                        new Object[] {reader.name(), e.getMessage()});
            }
            putOff();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The outbox cannot be served for " + reader.name(), e);
            putOff();
        }
        return false;
    }

    /** A reader that is away is not disturbed by new rows. */
    private void putOff() {
        notBefore = Instant.now().plus(backoff.next());
        asked = false;
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
