package io.artifactor.importing;

import io.artifactor.problem.DatabaseFailures;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.sql.SQLException;

/** Tells what a job failed of: what passes by itself, what the user must know, or neither. */
public final class ImportFailures {

    private ImportFailures() {}

    /** A {@link ClaimLost} or a {@link Problem}; one that passes is {@code UNAVAILABLE}. */
    public static RuntimeException of(Throwable failure) {
        Problem told = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClaimLost lost) {
                return lost;
            }
            if (cause instanceof SQLException sql && DatabaseFailures.pass(sql)) {
                return new Problem(ProblemCode.UNAVAILABLE, "The database is away.", failure);
            }
            if (told == null && cause instanceof Problem problem) {
                told = problem;
            }
        }
        if (told != null && told.code() != ProblemCode.INTERNAL) {
            return told;
        }
        return new Problem(
                ProblemCode.INTERNAL,
                "Something failed that should not; the server's log has more.",
                failure);
    }

    /**
     * Whether the failure is of one record, so that the others may still be written: not if the
     * claim is lost, the database or the store away, or the store full.
     */
    static boolean isOfRecord(Throwable failure) {
        return of(failure) instanceof Problem problem && problem.code() == ProblemCode.INTERNAL;
    }

    /** What a reader of the ledger is told of a record that cannot be kept. */
    static String reasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "The database refuses it (SQL state " + sql.getSQLState() + ").";
            }
        }
        return "It cannot be brought into the library (" + rootName(failure) + ").";
    }

    private static String rootName(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
