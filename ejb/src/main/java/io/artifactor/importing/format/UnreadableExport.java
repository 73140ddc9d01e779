package io.artifactor.importing.format;

import java.io.Serial;

/** A file that is refused as a whole: what was wrong, what was expected, what there is. */
public final class UnreadableExport extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    public UnreadableExport(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public UnreadableExport(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** Stable, for example {@code too-many-entries}. */
    public String code() {
        return code;
    }
}
