package io.artifactor.launcher;

import org.jspecify.annotations.Nullable;

/**
 * Something could not be started. The message is written for the person at the terminal and says
 * what to do.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        this(message, null);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
