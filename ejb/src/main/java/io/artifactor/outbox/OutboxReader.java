package io.artifactor.outbox;

import java.util.List;
import java.util.Set;

/**
 * Somebody who follows what happens. Implementations are application-scoped beans, are called by
 * one thread at a time in the whole cluster, and must be idempotent: after a crash the same rows
 * come again.
 */
public interface OutboxReader {

    /** Unchanging name; rows are kept under it. */
    String name();

    /** The events it reads. */
    Set<String> events();

    /**
     * Reads a batch in the transaction that deletes it.
     *
     * @return the subjects that could not be taken; they come again later, and are parked after
     *     some tries
     * @throws ReaderUnavailable when its store is away
     */
    List<RefusedSubject> read(List<OutboxRow> rows);

    /** How many rows it is given at most in one transaction: fewer where each takes long. */
    default int atOnce() {
        return Delivery.BATCH;
    }

    /**
     * Called now and then while there is nothing to read, without a transaction; the place to see
     * whether its own store still has everything.
     */
    default void idle() {}
}
