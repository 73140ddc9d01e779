package io.artifactor.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What is left to somebody after a request.
 *
 * @param granted whether this request was within the limit
 * @param remaining how many more are, at once
 * @param retryAfter when the next one will be; zero if at once
 * @param full when as many as ever will be
 */
public record Allowance(boolean granted, long remaining, Duration retryAfter, Duration full) {

    static Allowance of(ConsumptionProbe probe) {
        return new Allowance(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
