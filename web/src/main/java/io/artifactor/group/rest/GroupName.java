package io.artifactor.group.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes or renames a group. */
@Schema(name = "GroupName")
public record GroupName(
        @Schema(required = true, maxLength = 120, examples = "Compilers") @Nullable String name) {

    String given() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return name;
    }
}
