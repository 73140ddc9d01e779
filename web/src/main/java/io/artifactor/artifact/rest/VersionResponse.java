package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.Integrity;
import io.artifactor.artifact.VersionId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version as the interface shows it. */
@Schema(name = "Version")
public record VersionResponse(
        UUID id,
        @Schema(examples = "main") String branch,
        @Schema(description = "Counted from 1 on its branch") int number,
        @Schema(description = "The version it continues") @Nullable UUID parentId,
        String title,
        @Nullable String language,
        String mediaType,
        @Schema(description = "In bytes") long size,
        String sha256,
        Instant createdAt,
        @Schema(description = "When it was made where it was imported from")
                @Nullable Instant originAt,
        @Schema(description = "The message that made it") @Nullable UUID messageId,
        @Nullable String model,
        UUID authorId,
        @Schema(
                        description =
                                "Whether it stands for a change that could not be applied; its"
                                        + " content is that of the version before")
                boolean broken,
        @Schema(description = "Why the change could not be applied") @Nullable String problem,
        @Schema(description = "What people call it", examples = "As sent to the customer")
                @Nullable String label,
        @Schema(
                        description = "What the last check of its content found",
                        enumeration = {"ok", "missing", "corrupt"})
                @Nullable String integrity,
        @Schema(description = "When its content was checked") @Nullable Instant verifiedAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    public static VersionResponse of(ArtifactVersion version) {
        return new VersionResponse(
                version.id().value(),
                version.branch(),
                version.number(),
                version.parent().map(VersionId::value).orElse(null),
                version.title(),
                version.language().orElse(null),
                version.mediaType(),
                version.size(),
                version.sha256().hex(),
                version.createdAt(),
                version.originAt().orElse(null),
                version.message().orElse(null),
                version.model().orElse(null),
                version.author().value(),
                version.isBroken(),
                version.problem().orElse(null),
                version.label().orElse(null),
                version.integrity().map(Integrity::id).orElse(null),
                version.verifiedAt().orElse(null),
                version.revision());
    }
}
