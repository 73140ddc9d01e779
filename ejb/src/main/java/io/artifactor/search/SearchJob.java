package io.artifactor.search;

import io.artifactor.operation.WorkState;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on the indexes that takes long, as the administrator sees it.
 *
 * @param total how many things there were when it began
 * @param done how many of them are done
 * @param refused how many the index did not take
 * @param problem why it failed
 */
public record SearchJob(
        UUID id,
        Kind kind,
        WorkState state,
        long total,
        long done,
        long refused,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** What is done. */
    public enum Kind {
        /** Builds an index anew beside the one in use. */
        REINDEX,
        /** Compares the indexes with the database. */
        DRIFT;

        /** The name in tables and URLs. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
