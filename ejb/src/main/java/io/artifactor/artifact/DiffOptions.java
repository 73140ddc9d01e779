package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How two versions are to be compared.
 *
 * @param words whether changed lines also say which of their words changed
 * @param context how many unchanged lines stand around a change, 0 to 100
 */
public record DiffOptions(boolean words, int context) {

    private static final int DEFAULT_CONTEXT = 3;
    private static final int MAX_CONTEXT = 100;

    public DiffOptions {
        if (context < 0 || context > MAX_CONTEXT) {
            throw Problem.invalid("context", "must be between 0 and " + MAX_CONTEXT + ".");
        }
    }

    /** As an edge receives it, absent values standing for the defaults. */
    public static DiffOptions of(@Nullable String mode, @Nullable Integer context) {
        boolean words =
                switch (mode == null || mode.isEmpty() ? "line" : mode) {
                    case "line" -> false;
                    case "word" -> true;
                    default -> throw Problem.invalid("mode", "must be line or word.");
                };
        return new DiffOptions(words, context == null ? DEFAULT_CONTEXT : context);
    }
}
