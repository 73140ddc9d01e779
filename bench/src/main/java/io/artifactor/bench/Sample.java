package io.artifactor.bench;

import java.util.Arrays;

/** What one subject did in one slice of time. */
record Sample(double perSecond, double median, double p95, double p99) {

    /**
     * @param nanos how long each took
     */
    static Sample of(long[] nanos, long elapsed) {
        if (nanos.length == 0) {
            throw new IllegalStateException("Nothing was done in the time given; give more.");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Sample(
                nanos.length / (elapsed / 1e9),
                millis(sorted, 0.5),
                millis(sorted, 0.95),
                millis(sorted, 0.99));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}
