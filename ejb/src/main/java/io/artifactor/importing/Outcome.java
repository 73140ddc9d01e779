package io.artifactor.importing;

import java.util.Locale;

/** What an item of an import became. */
public enum Outcome {
    ADDED,
    UPDATED,
    /** It lay in the trash, exactly so, and is back. */
    RESTORED,
    /** It was there already, exactly so. */
    UNCHANGED,
    /** It could be read, and was left out for the reason given. */
    SKIPPED,
    /** It could be read, and not be kept as it is, for the reason given. */
    BROKEN,
    UNREADABLE;

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
