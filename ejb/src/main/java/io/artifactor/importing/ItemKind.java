package io.artifactor.importing;

import java.util.Locale;

/** What an item of an import is; a record is one whose kind could not be told. */
public enum ItemKind {
    CONVERSATION,
    ARTIFACT,
    FILE,
    RECORD;

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
