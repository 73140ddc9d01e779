package io.artifactor.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks every reader whenever something was committed, and at times besides: rows of other servers
 * call nobody here. One thread waits for all readers, which need one each only while they have
 * something to do; a reader that hangs delays nobody else.
 */
final class RelayLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);

    private final List<ReaderTurn> turns;
    private final Executor executor;
    private final Wakeup wakeup;

    private volatile boolean stopped;

    RelayLoop(List<ReaderTurn> turns, Executor executor, Wakeup wakeup) {
        this.turns = List.copyOf(turns);
        this.executor = executor;
        this.wakeup = wakeup;
    }

    void stop() {
        stopped = true;
        turns.forEach(ReaderTurn::stop);
        wakeup.call();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long seen = wakeup.calls();
                turns.forEach(this::ask);
                wakeup.await(seen, POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(ReaderTurn turn) {
        if (!turn.ask()) {
            return;
        }
        try {
            executor.execute(turn);
        } catch (RejectedExecutionException e) {
            turn.giveUp();
            LOG.log(Level.FINE, "No thread for a reader of the outbox; it is asked again", e);
        }
    }
}
