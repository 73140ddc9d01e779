package io.artifactor.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The one of that name, in lower case as {@link #id} gives it. */
    public static Optional<Source> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findAny();
    }

    /** The one of that name in a table, which holds no other names. */
    public static Source kept(String id) {
        return of(id).orElseThrow(() -> new IllegalStateException("Unknown source " + id));
    }
}
