package io.artifactor.importing;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an import stands, and where it can go from there. */
public enum ImportState {
    UPLOADED,
    QUEUED,
    PREVIEWING,
    PREVIEWED,
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED;

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Somebody's job: it waits for one or has one. */
    public boolean isUnfinished() {
        return this == QUEUED || isWorking();
    }

    boolean isWorking() {
        return this == PREVIEWING || this == RUNNING;
    }

    /**
     * The given state, if it can follow this one.
     *
     * @throws Problem {@code CONFLICT} if it cannot
     */
    ImportState to(ImportState next) {
        if (!next(this).contains(next)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The import is %s and cannot become %s.".formatted(id(), next.id()));
        }
        return next;
    }

    private static Set<ImportState> next(ImportState state) {
        return switch (state) {
            case UPLOADED, PREVIEWED, FAILED, STOPPED, COMPLETED -> EnumSet.of(QUEUED);
            case QUEUED -> EnumSet.of(PREVIEWING, RUNNING, STOPPED, FAILED);
            case PREVIEWING -> EnumSet.of(PREVIEWED, STOPPED, FAILED);
            case RUNNING -> EnumSet.of(COMPLETED, STOPPED, FAILED);
        };
    }
}
