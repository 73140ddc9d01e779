package io.artifactor.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Stops asking what does not answer: after some failures in a row nobody asks for a while, then one
 * does, and all again once it was answered. Safe for all threads.
 */
final class Circuit {

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong restUntil = new AtomicLong();

    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean isOpen() {
        return failures.get() >= FAILURES;
    }

    /** Whether the caller may ask now. */
    boolean lets() {
        if (!isOpen()) {
            return true;
        }
        long until = restUntil.get();
        long now = nanos.getAsLong();
        // Only one of those who come after the rest finds it unchanged, and tries for all.
        return now - until >= 0 && restUntil.compareAndSet(until, now + REST.toNanos());
    }

    void succeeded() {
        failures.set(0);
    }

    /** Notes a failure; true for the one that made it stop. */
    boolean failed() {
        int count = failures.updateAndGet(it -> Math.min(it + 1, FAILURES + 1));
        if (count < FAILURES) {
            return false;
        }
        restUntil.set(nanos.getAsLong() + REST.toNanos());
        return count == FAILURES;
    }
}
