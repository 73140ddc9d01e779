package io.artifactor.importing;

import java.util.Locale;

/** What a run over the file is for. */
public enum ImportMode {
    /** Counts what an import would do, and changes nothing but those counts. */
    PREVIEW,
    IMPORT;

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportMode ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    ImportState working() {
        return switch (this) {
            case PREVIEW -> ImportState.PREVIEWING;
            case IMPORT -> ImportState.RUNNING;
        };
    }

    ImportState done() {
        return switch (this) {
            case PREVIEW -> ImportState.PREVIEWED;
            case IMPORT -> ImportState.COMPLETED;
        };
    }
}
