package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that switches the branch. */
@Schema(name = "CurrentBranch")
public record CurrentBranch(
        @Schema(required = true, maxLength = 100, examples = "experiment") @Nullable String name) {

    String checkedName() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return name;
    }
}
