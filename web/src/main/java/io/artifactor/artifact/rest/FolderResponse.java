package io.artifactor.artifact.rest;

import io.artifactor.artifact.Folder;
import io.artifactor.artifact.FolderId;
import io.artifactor.artifact.FolderView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A folder as the interface shows it. */
@Schema(name = "Folder")
public record FolderResponse(
        UUID id,
        UUID workspaceId,
        @Schema(description = "Absent at the top") @Nullable UUID parentId,
        @Schema(examples = "Sorting") String name,
        @Schema(description = "In the tree only", examples = "Algorithms/Sorting")
                @Nullable String path,
        @Schema(description = "How many artifacts lie in it; in the tree only")
                @Nullable Long artifactCount,
        @Schema(description = "How many artifacts lie in it and below; in the tree only")
                @Nullable Long totalArtifactCount,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static FolderResponse of(Folder folder) {
        return of(folder, null, null, null);
    }

    static FolderResponse of(FolderView view) {
        return of(view.folder(), view.path(), view.artifacts(), view.allArtifacts());
    }

    private static FolderResponse of(
            Folder folder, @Nullable String path, @Nullable Long own, @Nullable Long all) {
        return new FolderResponse(
                folder.id().value(),
                folder.workspace().value(),
                folder.parent().map(FolderId::value).orElse(null),
                folder.name(),
                path,
                own,
                all,
                folder.createdAt(),
                folder.updatedAt(),
                folder.revision());
    }
}
