package io.artifactor.limit;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import java.time.Duration;

/** So many at once, given back evenly over a minute. */
final class PerMinute {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private PerMinute() {}

    static BandwidthBuilderBuildStage bandwidth(
            BandwidthBuilderCapacityStage limit, int perMinute) {
        return limit.capacity(perMinute).refillGreedy(perMinute, MINUTE);
    }

    static BucketConfiguration configuration(int perMinute) {
        return BucketConfiguration.builder().addLimit(limit -> bandwidth(limit, perMinute)).build();
    }

    /** A full bucket need not be kept. */
    static ExpirationAfterWriteStrategy expiry() {
        return ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofSeconds(10));
    }
}
