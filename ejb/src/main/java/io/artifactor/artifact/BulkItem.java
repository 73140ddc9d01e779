package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of one artifact in a change of many.
 *
 * @param problem why it was refused or failed
 */
public record BulkItem(UUID id, Outcome outcome, Optional<Problem> problem) {

    static BulkItem done(UUID id) {
        return new BulkItem(id, Outcome.DONE, Optional.empty());
    }

    /** It is not there, or the caller may not know that it is. */
    static BulkItem notFound(UUID id) {
        return new BulkItem(id, Outcome.NOT_FOUND, Optional.empty());
    }

    static BulkItem refused(UUID id, Problem problem) {
        return new BulkItem(id, Outcome.REFUSED, Optional.of(problem));
    }

    static BulkItem failed(UUID id) {
        String message = "The server could not do it; try again.";
        return new BulkItem(
                id, Outcome.FAILED, Optional.of(new Problem(ProblemCode.INTERNAL, message)));
    }

    /** What can become of it. */
    public enum Outcome {
        DONE("done"),
        NOT_FOUND("notFound"),
        REFUSED("refused"),
        FAILED("failed");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        /** The name in documents. */
        public String id() {
            return id;
        }
    }
}
