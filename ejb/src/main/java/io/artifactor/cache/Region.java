package io.artifactor.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What is remembered under one name.
 *
 * @param name unchanging, the same on all nodes; in metrics and keys
 * @param life how old an answer may get, counted from before it was read
 * @param most how many answers one server keeps
 * @param group what a change makes void: all answers of the same group
 * @param sharing how answers are shared with the other nodes; absent if each finds its own
 */
public record Region<K, V>(
        String name,
        Duration life,
        int most,
        BiFunction<K, V, String> group,
        Optional<Sharing<K, V>> sharing) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    public Region {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a region: " + name);
        }
    }

    /** A region whose answers each server finds for itself. */
    public static <K, V> Region<K, V> own(
            String name, Duration life, int most, BiFunction<K, V, String> group) {
        return new Region<>(name, life, most, group, Optional.empty());
    }

    /** The same region, its answers shared. */
    public Region<K, V> shared(Sharing<K, V> how) {
        return new Region<>(name, life, most, group, Optional.of(how));
    }
}
