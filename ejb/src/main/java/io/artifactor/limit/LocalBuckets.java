package io.artifactor.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Counts requests by key in the memory of this server: so many a minute, spread evenly after a
 * burst. The number of keys is bounded; one that was forgotten begins anew, which favours it. Safe
 * for all threads.
 */
final class LocalBuckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    LocalBuckets(TimeMeter clock, int most) {
        this.clock = clock;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterAccess(MINUTE.multipliedBy(2))
                        .build();
    }

    Allowance take(String key, int perMinute) {
        Bucket bucket = buckets.get(key, absent -> bucket(perMinute));
        return Allowance.of(bucket.tryConsumeAndReturnRemaining(1));
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> PerMinute.bandwidth(limit, perMinute))
                .withCustomTimePrecision(clock)
                .build();
    }
}
