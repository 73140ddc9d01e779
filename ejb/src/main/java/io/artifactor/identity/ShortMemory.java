package io.artifactor.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers answers for seconds, so that a busy client does not cost a query per request and a
 * change elsewhere is still seen at once. Absent answers are not remembered. Safe for all threads.
 */
final class ShortMemory<K, V> {

    private final Map<K, Remembered<V>> remembered = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration life;
    private final int limit;

    ShortMemory(Clock clock, Duration life, int limit) {
        this.clock = clock;
        this.life = life;
        this.limit = limit;
    }

    /** The answer for the key, remembered or found anew. */
    Optional<V> get(K key, Function<K, Optional<V>> find) {
        Instant now = clock.instant();
        Remembered<V> known = remembered.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.value());
        }
        Optional<V> found = find.apply(key);
        if (found.isPresent()) {
            makeRoom(now);
            remembered.put(key, new Remembered<>(found.get(), now.plus(life)));
        } else {
            remembered.remove(key);
        }
        return found;
    }

    void forgetIf(Predicate<V> condition) {
        remembered.values().removeIf(known -> condition.test(known.value()));
    }

    private void makeRoom(Instant now) {
        if (remembered.size() >= limit) {
            remembered.values().removeIf(known -> !now.isBefore(known.until()));
        }
        if (remembered.size() >= limit) {
            remembered.clear();
        }
    }

    private record Remembered<V>(V value, Instant until) {}
}
