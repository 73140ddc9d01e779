package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that begins a branch. */
@Schema(name = "NewBranch")
public record NewBranch(
        @Schema(required = true, maxLength = 100, examples = "experiment") @Nullable String name,
        @Schema(description = "The version it begins with; the current one if absent")
                @Nullable UUID from) {

    String checkedName() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return name;
    }
}
