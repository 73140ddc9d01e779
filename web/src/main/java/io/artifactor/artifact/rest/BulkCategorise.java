package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which artifacts get which category. */
@Schema(name = "BulkCategorise")
public record BulkCategorise(
        @Schema(required = true, description = "Of the artifacts; each counts once")
                @Nullable List<UUID> ids,
        @Schema(required = true, description = "The category; an empty text for none")
                @Nullable String categoryId) {

    String category() {
        if (categoryId == null) {
            throw Problem.invalid("categoryId", "is missing; an empty text is none.");
        }
        return categoryId;
    }
}
