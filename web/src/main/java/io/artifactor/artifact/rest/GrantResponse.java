package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactGrant;
import io.artifactor.artifact.GrantView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is granted on an artifact to somebody. */
@Schema(name = "Grant")
public record GrantResponse(
        @Schema(
                        examples = "user",
                        enumeration = {"user", "workspace", "group"})
                String granteeKind,
        UUID granteeId,
        @Schema(
                        examples = "ada",
                        description = "The user name, or the name of the workspace or the group")
                String grantee,
        @Schema(
                        examples = "viewer",
                        enumeration = {"viewer", "editor"})
                String role,
        UUID grantedBy,
        Instant grantedAt,
        @Schema(description = "Absent if it does not end") @Nullable Instant expiresAt) {

    static GrantResponse of(GrantView view) {
        ArtifactGrant grant = view.grant();
        return new GrantResponse(
                grant.grantee().kind().id(),
                grant.grantee().id(),
                view.grantee(),
                grant.role().id(),
                grant.grantedBy().value(),
                grant.grantedAt(),
                grant.expiresAt().orElse(null));
    }
}
