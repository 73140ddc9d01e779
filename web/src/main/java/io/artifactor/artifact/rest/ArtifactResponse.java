package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An artifact as the interface shows it. */
@Schema(name = "Artifact")
public record ArtifactResponse(
        @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") UUID id,
        @Schema(examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11") UUID workspaceId,
        @Schema(examples = "01a1fd2a-90b2-7c5d-8a57-71cf3f9e0c55") UUID ownerId,
        @Schema(
                        examples = "shared",
                        enumeration = {"private", "shared", "public"},
                        description =
                                "Who reads it beside those it is granted to: its owner and the"
                                        + " admins of its workspace, its members, or everybody"
                                        + " signed in")
                String visibility,
        @Schema(examples = "Merge sort") String title,
        @Schema(examples = "Stable, in n log n steps") String description,
        @Schema(
                        examples = "code",
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
        @Schema(examples = "412", description = "Of the current content, in bytes") long size,
        @Schema(
                        examples =
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        description = "Of the current content")
                @Nullable String sha256,
        @Schema(description = "The current branch", examples = "main") String branch,
        @Schema(examples = "3", description = "The number of the current version") int version,
        @Schema(examples = "4", description = "How many versions there are on all branches")
                int versionCount,
        @Nullable OriginResponse origin,
        @Schema(
                        examples = "01939d2f-0000-7000-8000-000000000001",
                        description = "The folder it lies in; absent at the top")
                @Nullable UUID folderId,
        @Schema(examples = "01000000-0000-7000-8000-000000000001") @Nullable UUID categoryId,
        @Schema(examples = "[\"sorting\"]", description = "In order of name") List<String> tags,
        @Schema(
                        examples = "{\"stars\":5}",
                        description = "Texts, numbers, true and false under names of one's own",
                        additionalProperties = Schema.True.class)
                Map<String, Object> properties,
        @Schema(examples = "false", description = "Whether it is one of the caller's favourites")
                boolean favourite,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant createdAt,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant updatedAt,
        @Schema(examples = "7", description = "What the ETag holds; send it back in If-Match")
                int revision,
        @Schema(
                        examples = "true",
                        description = "True where an upload brought it back from the trash")
                @Nullable Boolean restored) {

    public static ArtifactResponse of(ArtifactView view) {
        return of(view, null);
    }

    /** An artifact that an upload of the same file brought back. */
    static ArtifactResponse restored(ArtifactView view) {
        return of(view, true);
    }

    private static ArtifactResponse of(ArtifactView view, @Nullable Boolean restored) {
        Artifact artifact = view.artifact();
        return new ArtifactResponse(
                artifact.id().value(),
                artifact.workspace().value(),
                artifact.owner().value(),
                artifact.place().visibility().id(),
                artifact.title(),
                artifact.details().description(),
                artifact.kind().id(),
                artifact.details().language().orElse(null),
                artifact.mediaType(),
                artifact.fileName(),
                artifact.origin().source().id(),
                artifact.size(),
                artifact.sha256().map(Sha256::hex).orElse(null),
                artifact.branch(),
                view.head().map(ArtifactVersion::number).orElse(0),
                artifact.versionCount(),
                OriginResponse.of(view),
                artifact.place().folderId(),
                artifact.place().categoryId(),
                view.tags(),
                artifact.place().custom().values(),
                view.isFavourite(),
                artifact.createdAt(),
                artifact.updatedAt(),
                artifact.revision(),
                restored);
    }
}
