package io.artifactor.importing;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import has met so far, and what became of it.
 *
 * @param conversations read, whatever became of them
 * @param messages in those conversations
 * @param artifacts in those conversations, and files
 * @param versions of those artifacts
 * @param outcomes how many items of the ledger ended how
 */
public record ImportCounts(
        long conversations,
        long messages,
        long artifacts,
        long versions,
        Map<Outcome, Long> outcomes) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, Map.of());

    public ImportCounts {
        outcomes = Map.copyOf(outcomes);
    }

    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    ImportCounts plus(ImportCounts other) {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
        sum.putAll(outcomes);
        other.outcomes.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return new ImportCounts(
                conversations + other.conversations,
                messages + other.messages,
                artifacts + other.artifacts,
                versions + other.versions,
                sum);
    }

    ImportCounts plus(Outcome outcome) {
        return plus(new ImportCounts(0, 0, 0, 0, Map.of(outcome, 1L)));
    }

    /** As kept in the table. */
    Map<String, Long> toMap() {
        Map<String, Long> map = new TreeMap<>();
        map.put("conversations", conversations);
        map.put("messages", messages);
        map.put("artifacts", artifacts);
        map.put("versions", versions);
        outcomes.forEach((outcome, count) -> map.put(outcome.id(), count));
        return map;
    }

    static ImportCounts ofMap(Map<String, ? extends Number> map) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, count(map, outcome.id()));
        }
        return new ImportCounts(
                count(map, "conversations"),
                count(map, "messages"),
                count(map, "artifacts"),
                count(map, "versions"),
                outcomes);
    }

    private static long count(Map<String, ? extends Number> map, String name) {
        Number count = map.get(name);
        return count == null ? 0 : count.longValue();
    }
}
