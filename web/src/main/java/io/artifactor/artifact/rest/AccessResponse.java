package io.artifactor.artifact.rest;

import io.artifactor.artifact.AccessReason;
import io.artifactor.artifact.Grantee;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One reason why somebody may read an artifact. */
@Schema(name = "AccessReason")
public record AccessResponse(
        @Schema(
                        examples = "user",
                        enumeration = {"user", "workspace", "group", "everybody"})
                String granteeKind,
        @Schema(description = "Absent for everybody") @Nullable UUID granteeId,
        @Schema(
                        examples = "ada",
                        description =
                                "The user name, or the name of the workspace or the group; empty"
                                        + " for everybody")
                String grantee,
        @Schema(
                        examples = "membership",
                        enumeration = {"membership", "grant", "owner", "administration", "public"},
                        description =
                                "Membership of the artifact's workspace, or a grant on the artifact"
                                        + " itself. What is private is read by its owner and by the"
                                        + " admins of its workspace, what is public by everybody"
                                        + " signed in")
                String reason,
        @Schema(examples = "editor") String role,
        @Schema(description = "Absent if it does not end") @Nullable Instant expiresAt) {

    static AccessResponse of(AccessReason reason) {
        return new AccessResponse(
                reason.grantee().map(it -> it.kind().id()).orElse("everybody"),
                reason.grantee().map(Grantee::id).orElse(null),
                reason.name(),
                reason.why().id(),
                reason.role(),
                reason.until().orElse(null));
    }
}
