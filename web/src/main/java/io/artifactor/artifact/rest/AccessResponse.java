package io.artifactor.artifact.rest;

import io.artifactor.artifact.AccessReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One reason why somebody may read an artifact. */
@Schema(name = "AccessReason")
public record AccessResponse(
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
                        examples = "membership",
                        enumeration = {"membership", "grant"},
                        description = "Of the artifact's workspace, or on the artifact itself")
                String reason,
        @Schema(examples = "editor") String role,
        @Schema(description = "Absent if it does not end") @Nullable Instant expiresAt) {

    static AccessResponse of(AccessReason reason) {
        return new AccessResponse(
                reason.grantee().kind().id(),
                reason.grantee().id(),
                reason.name(),
                reason.isMembership() ? "membership" : "grant",
                reason.role(),
                reason.until().orElse(null));
    }
}
