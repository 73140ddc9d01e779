package io.artifactor.preview;

import java.time.Duration;

/**
 * How much of this machine a document may cost.
 *
 * @param time for one job, by the clock
 * @param mostBytes of one result
 * @param jobs after which a worker is replaced, so that what parsers keep does not add up
 */
public record WorkerLimits(Duration time, int mostBytes, int jobs) {

    /** What the server uses. */
    public static final WorkerLimits USUAL =
            new WorkerLimits(Duration.ofSeconds(20), 5 * 1024 * 1024, 200);
}
