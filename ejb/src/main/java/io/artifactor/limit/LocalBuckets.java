package io.artifactor.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Counts requests by key in the memory of this server: so many a minute, spread evenly after a
 * burst. The number of keys is bounded; one that was forgotten begins anew, which favours it. The
 * one place to change when several servers are to count together. Safe for all threads.
 */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    Buckets(TimeMeter clock, int most) {
        this.clock = clock;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterAccess(MINUTE.multipliedBy(2))
                        .build();
    }

    Allowance take(String key, int perMinute) {
        Bucket bucket = buckets.get(key, absent -> bucket(perMinute));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(clock)
                .build();
    }
}
