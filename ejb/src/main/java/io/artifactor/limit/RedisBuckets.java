package io.artifactor.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.artifactor.cache.RedisAway;
import io.artifactor.cache.RedisLink;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TimeoutException;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import java.util.Arrays;

/**
 * Counts requests in Redis, for all nodes together. A request takes two short commands; requests of
 * the same key at the same moment share them. Safe for all threads.
 */
final class RedisBuckets {

    private final RedisLink redis;
    private final String prefix;
    private final ProxyManager<String> proxies;
    private final Cache<String, BucketProxy> buckets;

    RedisBuckets(RedisLink redis, int most) {
        this.redis = redis;
        prefix = redis.prefix() + ":limit:";
        proxies =
                new LettuceBasedProxyManagerBuilder<>(new Commands<String>(redis))
                        .clientClock(TimeMeter.SYSTEM_MILLISECONDS)
                        .requestTimeout(redis.patience())
                        .expirationAfterWrite(PerMinute.expiry())
                        .build();
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterAccess(PerMinute.MINUTE.multipliedBy(2))
                        .build();
    }

    /**
     * Takes one.
     *
     * @throws RuntimeException if Redis does not answer, or not what it should
     */
    Allowance take(Counted counted) {
        BucketProxy bucket =
                buckets.get(
                        counted.key(),
                        key ->
                                proxies.builder()
                                        .withOptimization(Optimizations.batching())
                                        .build(
                                                prefix + key,
                                                () ->
                                                        PerMinute.configuration(
                                                                counted.perMinute())));
        try {
            return Allowance.of(bucket.tryConsumeAndReturnRemaining(1));
        } catch (RuntimeException e) {
            if (isRubbish(e)) {
                redis.send(it -> it.del(prefix + counted.key()));
            }
            throw e;
        }
    }

    /** Whether Redis did answer, and what it keeps under the key is no bucket. */
    private static boolean isRubbish(RuntimeException failure) {
        boolean answered = true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).startsWith("WRONGTYPE")) {
                return true;
            }
            answered &=
                    !(cause instanceof RedisException
                            || cause instanceof RedisAway
                            || cause instanceof TimeoutException);
        }
        return answered;
    }

    /**
     * What bucket4j asks of Redis, over the line the product has already. Of any type of keys,
     * since bucket4j passes arrays of objects that a bridge to arrays of texts would refuse.
     */
    private record Commands<K>(RedisLink redis) implements RedisApi<K> {

        @Override
        public <V> RedisFuture<V> eval(
                String script, ScriptOutputType type, K[] keys, byte[][] values) {
            String[] names = Arrays.stream(keys).map(String::valueOf).toArray(String[]::new);
            return redis.send(it -> it.eval(script, type, names, values));
        }

        @Override
        public RedisFuture<byte[]> get(K key) {
            return redis.send(it -> it.get(String.valueOf(key)));
        }

        @Override
        public RedisFuture<?> delete(K key) {
            return redis.send(it -> it.del(String.valueOf(key)));
        }
    }
}
