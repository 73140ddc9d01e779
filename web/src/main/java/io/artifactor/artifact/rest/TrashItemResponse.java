package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.Deletion;
import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deleted artifact as the interface shows it. */
@Schema(name = "TrashItem")
public record TrashItemResponse(
        UUID id,
        UUID workspaceId,
        UUID ownerId,
        @Schema(examples = "Merge sort") String title,
        @Schema(examples = "code") String kind,
        @Schema(examples = "python") @Nullable String language,
        @Schema(examples = "text/x-python") String mediaType,
        @Schema(examples = "merge-sort.py") String fileName,
        @Schema(examples = "claude") String source,
        @Schema(description = "Of the current content, in bytes") long size,
        @Schema(description = "Of the current content") @Nullable String sha256,
        @Schema(description = "How many versions it has") int versionCount,
        @Nullable Instant deletedAt,
        @Nullable UUID deletedBy,
        @Schema(description = "When the trash lets go of it") @Nullable Instant expiresAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static TrashItemResponse of(Artifact artifact) {
        return new TrashItemResponse(
                artifact.id().value(),
                artifact.workspace().value(),
                artifact.owner().value(),
                artifact.title(),
                artifact.kind().id(),
                artifact.details().language().orElse(null),
                artifact.mediaType(),
                artifact.fileName(),
                artifact.origin().source().id(),
                artifact.size(),
                artifact.sha256().map(Sha256::hex).orElse(null),
                artifact.versionCount(),
                artifact.deletion().map(Deletion::at).orElse(null),
                artifact.deletion().map(it -> it.by().value()).orElse(null),
                artifact.deletion().map(Deletion::until).orElse(null),
                artifact.revision());
    }
}
