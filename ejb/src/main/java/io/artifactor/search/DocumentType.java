package io.artifactor.search;

import java.util.Locale;

/** What a search finds. */
public enum DocumentType {
    ARTIFACT,
    CONVERSATION;

    /** The name in the index, in tables and in URLs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name. */
    static DocumentType of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
