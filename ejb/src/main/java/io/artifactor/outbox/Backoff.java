package io.artifactor.outbox;

import java.time.Duration;

/** Intervals that double up to a longest one. Used by one thread. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration current = Duration.ZERO;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    boolean isActive() {
        return !current.isZero();
    }

    Duration next() {
        Duration doubled = current.isZero() ? first : current.multipliedBy(2);
        current = doubled.compareTo(longest) > 0 ? longest : doubled;
        return current;
    }

    void reset() {
        current = Duration.ZERO;
    }
}
