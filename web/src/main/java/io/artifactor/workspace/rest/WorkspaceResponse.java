package io.artifactor.workspace.rest;

import io.artifactor.workspace.Workspace;
import io.artifactor.workspace.WorkspaceView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A workspace as one of its members sees it. */
@Schema(name = "Workspace")
public record WorkspaceResponse(
        UUID id,
        @Schema(examples = "Compilers") String name,
        @Schema(examples = "All about parsing") String description,
        @Schema(description = "Whether it is somebody's own, with them as its only member")
                boolean personal,
        @Schema(
                        examples = "editor",
                        description = "What the caller is there: owner, admin, editor or viewer")
                String role,
        @Schema(description = "How many members it has", examples = "3") long memberCount,
        @Schema(
                        description =
                                "Since when its content can be read only; absent if it can be changed")
                @Nullable Instant archivedAt,
        Instant createdAt,
        Instant updatedAt,
        @Schema(
                        description =
                                "Counts the changes of the workspace and of its members; what the"
                                        + " ETag holds, send it back in If-Match")
                int revision) {

    static WorkspaceResponse of(WorkspaceView view) {
        Workspace workspace = view.workspace();
        return new WorkspaceResponse(
                workspace.id().value(),
                workspace.name(),
                workspace.description(),
                workspace.isPersonal(),
                view.role().id(),
                view.members(),
                workspace.archivedAt().orElse(null),
                workspace.createdAt(),
                workspace.updatedAt(),
                workspace.revision());
    }
}
