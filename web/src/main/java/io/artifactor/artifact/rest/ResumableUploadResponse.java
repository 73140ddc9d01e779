package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ResumableUpload;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an upload is. */
@Schema(name = "ResumableUpload")
public record ResumableUploadResponse(
        UUID id,
        @Schema(description = "Of the whole, in bytes", examples = "104857600") long length,
        @Schema(
                        description =
                                "So many bytes are here; the last one counts once it is finished",
                        examples = "52428800")
                long offset,
        @Nullable String fileName,
        @Schema(description = "Whether it became an artifact") boolean finished,
        @Nullable UUID artifactId,
        @Schema(description = "Whether the artifact came back from the trash; absent if not")
                @Nullable Boolean restored,
        @Schema(description = "Until then it can be gone on with") Instant expiresAt) {

    static ResumableUploadResponse of(ResumableUpload upload) {
        return new ResumableUploadResponse(
                upload.id(),
                upload.length(),
                upload.acknowledged(),
                upload.proposal().fileName(),
                upload.finished(),
                upload.artifact().map(ArtifactId::value).orElse(null),
                upload.restored() ? true : null,
                upload.expiresAt());
    }
}
