package io.artifactor.search;

import java.util.Locale;
import java.util.UUID;

/**
 * One thing an index has in another way than the database.
 *
 * @param store the index: elasticsearch or postgresql
 */
public record Drift(String store, UUID subject, Difference difference) {

    /** In which way. */
    public enum Difference {
        /** The database has it, the index does not. */
        MISSING,
        /** The index has it, the database does not. */
        EXTRA,
        /** The index has another state of it. */
        DIFFERENT;

        /** The name in tables and documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
