package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.DuplicateGroup;
import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Artifacts that are the same or nearly so, as the interface shows them. */
@Schema(name = "DuplicateGroup")
public record DuplicateGroupResponse(
        @Schema(description = "The SHA-256 of the content, or the id of the group of texts")
                String key,
        @Schema(description = "How many artifacts") long count,
        @Schema(
                        description =
                                "The bytes of all but the largest; equal content is stored once, so"
                                        + " the disk may gain less")
                long reclaimableBytes,
        @Schema(description = "The first 20 of them") List<Member> artifacts) {

    public DuplicateGroupResponse {
        artifacts = List.copyOf(artifacts);
    }

    static DuplicateGroupResponse of(DuplicateGroup group) {
        return new DuplicateGroupResponse(
                group.key(),
                group.count(),
                group.reclaimable(),
                group.artifacts().stream().map(Member::of).toList());
    }

    /** One of them. */
    @Schema(name = "Duplicate")
    public record Member(
            UUID id,
            String title,
            String fileName,
            long size,
            @Nullable String sha256,
            @Schema(description = "To the first text of the group; 1 for the same")
                    double similarity,
            Instant createdAt,
            Instant updatedAt,
            @Schema(description = "What the ETag holds") int revision) {

        static Member of(DuplicateGroup.Member member) {
            Artifact artifact = member.artifact();
            return new Member(
                    artifact.id().value(),
                    artifact.title(),
                    artifact.fileName(),
                    artifact.size(),
                    artifact.sha256().map(Sha256::hex).orElse(null),
                    Math.round(member.similarity() * 1_000) / 1_000.0,
                    artifact.createdAt(),
                    artifact.updatedAt(),
                    artifact.revision());
        }
    }
}
