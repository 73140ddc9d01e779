package io.artifactor.operation;

import java.util.Locale;

/** How far claimed work is, as its table has it. */
public enum WorkState {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED;

    /** The state of that name. */
    public static WorkState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing will happen any more. */
    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    /** The same in the view of all operations. */
    public Operation.State shown() {
        return switch (this) {
            case QUEUED -> Operation.State.QUEUED;
            case RUNNING -> Operation.State.RUNNING;
            case COMPLETED -> Operation.State.SUCCEEDED;
            case FAILED -> Operation.State.FAILED;
            case STOPPED -> Operation.State.STOPPED;
        };
    }
}
