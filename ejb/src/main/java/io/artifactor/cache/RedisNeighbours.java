package io.artifactor.cache;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * The other nodes over Redis. An answer lies sealed under its place, with the time it ends; a
 * change lies as a mark beside, longer than any answer of before can live, so that it does not
 * matter which of the two arrives first, or how late; and is told to all who listen. Safe for all
 * threads.
 */
@ApplicationScoped
class RedisNeighbours implements Neighbours {

    private static final byte[] MARK = "changed".getBytes(StandardCharsets.US_ASCII);
    private static final int WORDS = 3;

    /** Each node's own messages come back to it. */
    private final String self = UUID.randomUUID().toString();

    @Inject private RedisLink redis;
    @Inject private RedisClock clock;
    @Inject private Seal seal;

    public boolean isUsed() {
        return redis.isUsed();
    }

    /**
     * @param heard the region and group another node changed
     * @param missed called when messages may have been lost
     */
    public void listen(BiConsumer<String, String> heard, Runnable missed) {
        if (isUsed()) {
            redis.listen(channel(), message -> hear(message, heard), missed);
        }
    }

    @Override
    public Optional<Told> ask(Address address) {
        OptionalLong now = clock.millis();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        String key = key(address);
        List<KeyValue<String, byte[]>> found;
        try {
            found =
                    answer(
                            redis.send(it ->
                                    it.mget(key, mark(address.region(), address.place().group()))));
        } catch (RedisAway e) {
            return Optional.empty();
        }
        if (!found.get(0).hasValue() || found.get(1).hasValue()) {
            return Optional.empty();
        }
        return seal.open(key, new String(found.get(0).getValue(), StandardCharsets.UTF_8))
                .map(it -> new Told(it.text(), Duration.ofMillis(it.end() - now.getAsLong())))
                .filter(it -> it.left().isPositive());
    }

    @Override
    public void tell(Address address, String text, Duration left) {
        OptionalLong now = clock.millis();
        long millis = left.toMillis();
        if (now.isEmpty() || millis <= 0) {
            return;
        }
        String key = key(address);
        byte[] sealed =
                seal.close(key, now.getAsLong() + millis, text).getBytes(StandardCharsets.UTF_8);
        sendOff(() -> redis.send(it -> it.psetex(key, millis, sealed)));
    }

    @Override
    public void changed(String region, String group, Duration life) {
        long millis = life.multipliedBy(2).toMillis();
        byte[] message = (self + ' ' + region + ' ' + group).getBytes(StandardCharsets.UTF_8);
        sendOff(() ->
                redis.send(it -> it.set(mark(region, group), MARK, SetArgs.Builder.px(millis))));
        sendOff(() -> redis.send(it -> it.publish(channel(), message)));
    }

    private void hear(String message, BiConsumer<String, String> heard) {
        String[] words = message.split(" ", WORDS);
        if (words.length == WORDS && !words[0].equals(self)) {
            heard.accept(words[1], words[2]);
        }
    }

    private static void sendOff(Runnable command) {
        try {
            command.run();
        } catch (RedisAway e) {
            // The others will see it when what they know is over.
        }
    }

    private <T> T answer(RedisFuture<T> future) {
        try {
            return future.get(redis.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new RedisAway("Redis did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisAway("The server is stopping");
        }
    }

    private String channel() {
        return redis.prefix() + ":changes";
    }

    private String key(Address address) {
        return "%s:answer:%s:%d:%s:%s"
                .formatted(
                        redis.prefix(),
                        address.region(),
                        address.schema(),
                        address.place().group(),
                        address.place().key());
    }

    private String mark(String region, String group) {
        return redis.prefix() + ":change:" + region + ':' + group;
    }
}
