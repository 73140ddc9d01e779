package io.artifactor.artifact;

import java.util.Locale;

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
}
