package io.artifactor.storage;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in the product's words what a disk refused. */
final class DiskProblems {

    private DiskProblems() {}

    static Problem writing(IOException cause) {
        if (isFull(cause)) {
            String message = "The server has no space left to store the content. Nothing was kept.";
            return new Problem(ProblemCode.STORAGE_FULL, message, cause);
        }
        String message = "The content cannot be stored at the moment. Nothing was kept.";
        return new Problem(ProblemCode.UNAVAILABLE, message, cause);
    }

    static Problem reading(IOException cause) {
        String message = "The stored content cannot be read at the moment.";
        return new Problem(ProblemCode.UNAVAILABLE, message, cause);
    }

    /** Java has no type of its own for a full disk; the text is the operating system's. */
    private static boolean isFull(IOException cause) {
        return contains(cause.getMessage(), "no space left")
                || contains(cause.getMessage(), "quota exceeded");
    }

    private static boolean contains(@Nullable String message, String part) {
        return message != null && message.toLowerCase(Locale.ROOT).contains(part);
    }
}
