package io.artifactor.artifact;

import java.util.Locale;

/** What a check of stored content found. */
public enum Integrity {
    OK,
    MISSING,
    CORRUPT;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Integrity kept(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
