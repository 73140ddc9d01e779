package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which artifacts go where. */
@Schema(name = "BulkMove")
public record BulkMove(
        @Schema(required = true, description = "Of the artifacts; each counts once")
                @Nullable List<UUID> ids,
        @Schema(required = true, description = "The folder; an empty text for the top")
                @Nullable String folderId,
        @Schema(
                        description =
                                "The workspace to take them into, which the folder is of; the one"
                                        + " they are in if absent")
                @Nullable UUID workspaceId) {

    String folder() {
        if (folderId == null) {
            throw Problem.invalid("folderId", "is missing; an empty text is the top.");
        }
        return folderId;
    }
}
