package io.artifactor.cache;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How answers are written down for other nodes.
 *
 * @param schema to be raised whenever what is written changes, so that nodes of two versions beside
 *     each other do not read each other's
 * @param place where; its words never hold a secret
 * @param write the answer as text
 * @param read the text as the answer for the key; throws {@link IllegalArgumentException} for a
 *     text that is none
 */
public record Sharing<K, V>(
        int schema,
        Function<K, Place> place,
        Function<V, String> write,
        BiFunction<K, String, V> read) {

    /**
     * Where an answer is within its region.
     *
     * @param group what a change makes void
     * @param key the answer among those of its group; empty if there is one only
     */
    public record Place(String group, String key) {}
}
