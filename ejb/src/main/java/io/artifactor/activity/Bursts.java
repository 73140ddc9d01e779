package io.artifactor.activity;

import io.artifactor.outbox.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sorts what happened into lines. Used by one thread. */
final class Bursts {

    /** Counted from the first of them, so that a line does not grow without end. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    /**
     * Who did what, and where: what makes two of a kind.
     *
     * @param privateScope apart from others, who may not know of it
     */
    record Key(UUID workspace, UUID actor, String verb, @Nullable UUID privateScope) {}

    /** A line: its first entry, and how many there are. */
    static final class Burst {

        private final UUID id;
        private final Instant at;
        private Instant until;
        private int occurrences;

        Burst(UUID id, Instant at, Instant until, int occurrences) {
            this.id = id;
            this.at = at;
            this.until = until;
            this.occurrences = occurrences;
        }

        UUID id() {
            return id;
        }

        Instant until() {
            return until;
        }

        int occurrences() {
            return occurrences;
        }

        private boolean takes(Instant next) {
            return Duration.between(at, next).abs().compareTo(WINDOW) < 0;
        }

        private void add(Instant next) {
            occurrences++;
            until = next.isAfter(until) ? next : until;
        }
    }

    /** A row to be written. */
    record Entry(UUID id, OutboxRow row, Key key, String title, Burst burst) {}

    private final Map<Key, Burst> open = new HashMap<>();
    private final Set<Burst> changed = new LinkedHashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    Bursts(Map<Key, Burst> open) {
        this.open.putAll(open);
    }

    void add(OutboxRow row, ActivityRows.Known subject) {
        Key key =
                new Key(
                        subject.workspace(),
                        Objects.requireNonNull(row.actor()),
                        row.event(),
                        subject.privateScope());
        UUID id = ActivityRows.nextId();
        Burst burst = open.get(key);
        if (burst == null || !burst.takes(row.at())) {
            burst = new Burst(id, row.at(), row.at(), 0);
            open.put(key, burst);
        } else {
            changed.add(burst);
        }
        burst.add(row.at());
        entries.add(new Entry(id, row, key, subject.title(), burst));
    }

    List<Entry> entries() {
        return entries;
    }

    /** Those that were there before, or have more than their first entry. */
    Set<Burst> changed() {
        return changed;
    }
}
