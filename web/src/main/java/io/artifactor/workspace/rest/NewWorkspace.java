package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes a workspace. */
@Schema(name = "NewWorkspace")
public record NewWorkspace(
        @Schema(required = true, maxLength = 120, examples = "Compilers") @Nullable String name,
        @Schema(maxLength = 2000, examples = "All about parsing") @Nullable String description) {

    String givenName() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return name;
    }

    String givenDescription() {
        return description == null ? "" : description;
    }
}
