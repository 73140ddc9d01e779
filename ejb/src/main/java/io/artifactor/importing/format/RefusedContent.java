package io.artifactor.importing.format;

import java.io.IOException;
import java.io.Serial;

/** Bytes that turned out to be more, or other, than what is allowed. */
public final class RefusedContent extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    private final String code;

    public RefusedContent(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** Stable, for example {@code zip-bomb}. */
    public String code() {
        return code;
    }
}
