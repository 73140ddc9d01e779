package io.artifactor.cache;

import io.lettuce.core.api.async.RedisServerAsyncCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one clock all nodes read: that of Redis, reckoned from this machine's own and compared again
 * every few seconds. So it does not matter what the nodes think the time is. Safe for all threads.
 */
@ApplicationScoped
class RedisClock {

    private static final Duration COMPARED_EVERY = Duration.ofSeconds(5);
    private static final Duration TRUSTED = Duration.ofSeconds(60);

    @Inject private RedisLink redis;

    private final AtomicLong asked = new AtomicLong(System.nanoTime() - TRUSTED.toNanos());
    private volatile @Nullable Comparison last;

    /**
     * @param ahead by how much Redis' milliseconds are ahead of ours
     */
    private record Comparison(long ahead, long at) {}

    /** Its milliseconds; absent while it was not compared lately. */
    public OptionalLong millis() {
        long now = System.nanoTime();
        long before = asked.get();
        if (now - before > COMPARED_EVERY.toNanos() && asked.compareAndSet(before, now)) {
            compare();
        }
        Comparison known = last;
        return known == null || now - known.at() > TRUSTED.toNanos()
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(now) + known.ahead());
    }

    private void compare() {
        long sent = System.nanoTime();
        try {
            redis.send(RedisServerAsyncCommands::time)
                    .thenAccept(answer -> note(answer, sent, System.nanoTime()));
        } catch (RedisAway e) {
            // Without Redis nothing is shared, and no clock needed.
        }
    }

    private void note(List<byte[]> time, long sent, long received) {
        long theirs = number(time.get(0)) * 1_000 + number(time.get(1)) / 1_000;
        // At the latest moment it can have been: what is shared rather ends early than late.
        last = new Comparison(theirs - TimeUnit.NANOSECONDS.toMillis(sent), received);
    }

    private static long number(byte[] digits) {
        return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
    }
}
