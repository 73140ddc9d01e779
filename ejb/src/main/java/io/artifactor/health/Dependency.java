package io.artifactor.health;

/**
 * Something the product needs. Implementations are application-scoped beans, may be asked by any
 * thread, and need not limit the time they take: who waits too long gives up.
 */
public interface Dependency {

    /** Unchanging name, such as {@code database}. */
    String name();

    /**
     * Looks now. What it throws counts as down, and its message is not shown: it may hold addresses
     * and names of accounts.
     */
    Finding look();
}
