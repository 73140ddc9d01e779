package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which artifacts are read by whom. */
@Schema(name = "BulkVisibility")
public record BulkVisibility(
        @Schema(required = true, description = "Of the artifacts; each counts once")
                @Nullable List<UUID> ids,
        @Schema(
                        required = true,
                        examples = "private",
                        description = "Who reads them beside those they are granted to",
                        enumeration = {"private", "shared", "public"})
                @Nullable String visibility) {

    String checkedVisibility() {
        if (visibility == null) {
            throw Problem.invalid("visibility", "is missing; private, shared or public.");
        }
        return visibility;
    }
}
