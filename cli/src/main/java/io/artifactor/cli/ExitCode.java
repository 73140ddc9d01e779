package io.artifactor.cli;

/** What the command tells the script that called it. The numbers are documented and do not move. */
enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    FORBIDDEN(3),
    NOT_FOUND(4),
    INCOMPLETE(5),
    UNREACHABLE(6),
    CHANGED(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
