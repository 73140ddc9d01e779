package io.artifactor.artifact;

import java.util.Locale;

/** Where an artifact or a conversation came from. */
public enum Source {
    CLAUDE,
    CHATGPT,
    UPLOAD,
    MIGRATION,
    ORGANIZER,
    PLUGIN,
    TOOL,
    API;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
