package io.artifactor.cache;

/**
 * Counts where answers came from.
 *
 * @param remembered from this server's memory
 * @param told from another node
 * @param found by looking anew
 */
record Tally(Runnable remembered, Runnable told, Runnable found) {

    static final Tally NONE = new Tally(() -> {}, () -> {}, () -> {});
}
