package io.artifactor.cli;

import org.jspecify.annotations.Nullable;

/** The command cannot do what was asked; its message is all the user gets to see. */
class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Failure(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    Failure(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String text() {
        String message = getMessage();
        return message == null ? getClass().getSimpleName() : message;
    }

    /** Whether the same request may well succeed a little later. */
    boolean temporary() {
        return false;
    }
}
