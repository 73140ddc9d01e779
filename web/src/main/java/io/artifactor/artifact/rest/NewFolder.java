package io.artifactor.artifact.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that adds a folder. */
@Schema(name = "NewFolder")
public record NewFolder(
        @Schema(required = true, maxLength = 255, examples = "Sorting") @Nullable String name,
        @Schema(description = "The folder it lies in; the top if absent or empty")
                @Nullable String parentId,
        @Schema(description = "The caller's own if absent") @Nullable UUID workspaceId) {}
