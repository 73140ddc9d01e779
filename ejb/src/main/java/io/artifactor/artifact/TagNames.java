package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of one artifact, each there once whatever its case, in order.
 *
 * @param byKey the names under what they are compared by
 */
record TagNames(Map<String, String> byKey) {

    static final int MOST = 50;

    TagNames {
        byKey = new TreeMap<>(byKey);
    }

    /** Of names as somebody typed them; of two that are the same the first counts. */
    static TagNames checked(List<String> names) {
        return checked("tags", names);
    }

    /**
     * Of names as somebody typed them.
     *
     * @param field where they stand in the input
     */
    static TagNames checked(String field, List<String> names) {
        if (names.size() > MOST) {
            throw Problem.invalid(
                    field,
                    "has %,d entries, an artifact has at most %d.".formatted(names.size(), MOST));
        }
        Map<String, String> byKey = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String place = field + "[" + i + "]";
            String typed = names.get(i);
            if (typed == null) {
                throw Problem.invalid(place, "must be a text.");
            }
            String name = NameRules.tag(place, typed);
            byKey.putIfAbsent(NameRules.key(name), name);
        }
        return new TagNames(byKey);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    boolean areThese(Collection<String> keys) {
        return byKey.size() == keys.size() && byKey.keySet().containsAll(keys);
    }

    /** In one order everywhere, so that nobody waits in a circle for new ones. */
    String[] keys() {
        return byKey.keySet().toArray(String[]::new);
    }

    /** In the order of the keys. */
    String[] names() {
        return byKey.values().toArray(String[]::new);
    }
}
