package io.artifactor.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the relay sleep until something was committed. Safe for all threads. */
@ApplicationScoped
public class Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private long calls;

    /** Wakes the relay once the current transaction is committed; once for all its rows. */
    void afterCommit(TransactionSynchronizationRegistry transactions) {
        if (transactions.getTransactionKey() == null) {
            call();
            return;
        }
        if (transactions.getResource(Wakeup.class) != null) {
            return;
        }
        transactions.putResource(Wakeup.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            call();
                        }
                    }
                });
    }

    void call() {
        lock.lock();
        try {
            calls++;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it was called; what {@link #await} compares with. */
    long calls() {
        lock.lock();
        try {
            return calls;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it was called after {@code seen}, or when the time is over. */
    void await(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (calls == seen && left > 0) {
                left = called.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
