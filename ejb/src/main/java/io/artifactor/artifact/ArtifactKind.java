package io.artifactor.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing an artifact is to the people who look for it. */
public enum ArtifactKind {
    CODE,
    DOCUMENT,
    DATA,
    IMAGE,
    WEB,
    DIAGRAM,
    TERMINAL,
    ARCHIVE,
    OTHER;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, in lower case as {@link #id} gives it. */
    public static Optional<ArtifactKind> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findAny();
    }
}
