package io.artifactor.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.artifactor.schema.StatementCount;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one {@link Region}. Absent answers are not remembered.
 *
 * <p>What a reader looked up while something changed may be of before the change, so it is given to
 * that reader and kept by nobody: here by counting changes, among the nodes by a mark that outlives
 * every answer of before. Safe for all threads.
 */
public final class Memory<K, V> {

    private final Region<K, V> region;
    private final Surroundings surroundings;
    private final Cache<K, Kept<V>> kept;
    private final AtomicLong changes = new AtomicLong();

    /**
     * What is around a memory.
     *
     * @param nanos a clock that only goes on
     * @param changing whether the current transaction changed the region and is not over: what it
     *     reads is for it alone
     */
    record Surroundings(
            Neighbours neighbours, Tally tally, LongSupplier nanos, BooleanSupplier changing) {}

    private record Kept<V>(V value, String group, long end) {}

    Memory(Region<K, V> region, Surroundings surroundings) {
        this.region = region;
        this.surroundings = surroundings;
        this.kept =
                Caffeine.newBuilder()
                        .maximumSize(region.most())
                        .expireAfterWrite(region.life())
                        .ticker(() -> surroundings.nanos().getAsLong())
                        .build();
    }

    /** A memory of one server alone, by the given clock. */
    public static <K, V> Memory<K, V> alone(Region<K, V> region, LongSupplier nanos) {
        return new Memory<>(
                region, new Surroundings(Neighbours.NONE, Tally.NONE, nanos, () -> false));
    }

    Region<K, V> region() {
        return region;
    }

    /** The answer for the key: remembered, told by another node, or found anew. */
    public Optional<V> get(K key, Function<? super K, Optional<V>> find) {
        if (surroundings.changing().getAsBoolean()) {
            return find.apply(key);
        }
        long start = now();
        Kept<V> known = kept.getIfPresent(key);
        if (known != null && start - known.end() < 0) {
            surroundings.tally().remembered().run();
            return Optional.of(known.value());
        }
        long seen = changes.get();
        Optional<V> told = told(key, start, seen);
        return told.isPresent() ? told : found(key, find, start, seen);
    }

    /** The same for what there always is. */
    public V require(K key, Function<? super K, V> find) {
        return get(key, wanted -> Optional.of(find.apply(wanted))).orElseThrow();
    }

    /** Forgets the answers of a group, here and on all nodes. */
    public void forget(String group) {
        forgetHere(group);
        surroundings.neighbours().changed(region.name(), group, region.life());
    }

    /** What a message of another node asks for. */
    void forgetHere(String group) {
        changes.incrementAndGet();
        kept.asMap().values().removeIf(it -> it.group().equals(group));
    }

    void forgetAllHere() {
        changes.incrementAndGet();
        kept.invalidateAll();
    }

    long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    private Optional<V> told(K key, long start, long seen) {
        if (region.sharing().isEmpty()) {
            return Optional.empty();
        }
        Sharing<K, V> sharing = region.sharing().get();
        Optional<Neighbours.Told> told = surroundings.neighbours().ask(address(sharing, key));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        V value;
        try {
            value = sharing.read().apply(key, told.get().text());
        } catch (IllegalArgumentException e) {
            // Whoever wrote that, it is no answer.
            return Optional.empty();
        }
        long left = Math.min(told.get().left().toNanos(), region.life().toNanos());
        keep(key, value, start + left, seen);
        surroundings.tally().told().run();
        return Optional.of(value);
    }

    private Optional<V> found(K key, Function<? super K, Optional<V>> find, long start, long seen) {
        Optional<V> found = StatementCount.aside(() -> find.apply(key));
        surroundings.tally().found().run();
        long end = start + region.life().toNanos();
        long left = end - now();
        if (found.isEmpty()) {
            kept.invalidate(key);
        } else if (left > 0 && keep(key, found.get(), end, seen)) {
            region.sharing()
                    .ifPresent(sharing ->
                            surroundings
                                    .neighbours()
                                    .tell(
                                            address(sharing, key),
                                            sharing.write().apply(found.get()),
                                            Duration.ofNanos(left)));
        }
        return found;
    }

    /**
     * Keeps what was found, unless something changed since. Within the map's own step, so that a
     * change either is seen here or removes what was put.
     */
    private boolean keep(K key, V value, long end, long seen) {
        Kept<V> candidate = new Kept<>(value, region.group().apply(key, value), end);
        @Nullable Kept<V> now =
                kept.asMap()
                        .compute(key, (same, before) -> changes.get() == seen ? candidate : before);
        return now == candidate;
    }

    private Neighbours.Address address(Sharing<K, V> sharing, K key) {
        return new Neighbours.Address(region.name(), sharing.schema(), sharing.place().apply(key));
    }

    private long now() {
        return surroundings.nanos().getAsLong();
    }
}
