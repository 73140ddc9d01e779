package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An artifact as the interface shows it. */
@Schema(name = "Artifact")
public record ArtifactResponse(
        UUID id,
        UUID workspaceId,
        UUID ownerId,
        @Schema(examples = "Merge sort") String title,
        String description,
        @Schema(
                        enumeration = {
                            "code",
                            "document",
                            "data",
                            "image",
                            "web",
                            "diagram",
                            "terminal",
                            "archive",
                            "other"
                        })
                String kind,
        @Schema(examples = "python") @Nullable String language,
        @Schema(examples = "text/x-python") String mediaType,
        @Schema(examples = "merge-sort.py") String fileName,
        @Schema(examples = "claude") String source,
        @Schema(description = "Of the current content, in bytes") long size,
        @Schema(description = "Of the current content") @Nullable String sha256,
        @Schema(description = "The current branch", examples = "main") String branch,
        @Schema(description = "The number of the current version") int version,
        @Schema(description = "How many versions there are on all branches") int versionCount,
        @Nullable OriginResponse origin,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    public static ArtifactResponse of(ArtifactView view) {
        Artifact artifact = view.artifact();
        return new ArtifactResponse(
                artifact.id().value(),
                artifact.workspace().value(),
                artifact.owner().value(),
                artifact.title(),
                artifact.description(),
                artifact.kind().id(),
                artifact.language().orElse(null),
                artifact.mediaType(),
                artifact.fileName(),
                artifact.source().id(),
                artifact.size(),
                artifact.sha256().map(Sha256::hex).orElse(null),
                artifact.branch(),
                view.head().map(ArtifactVersion::number).orElse(0),
                artifact.versionCount(),
                view.origin().map(OriginResponse::of).orElse(null),
                artifact.createdAt(),
                artifact.updatedAt(),
                artifact.revision());
    }
}
