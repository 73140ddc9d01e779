package io.artifactor.artifact.rest;

import io.artifactor.artifact.Grantee;
import io.artifactor.artifact.HeldPermission;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something a user may do. */
@Schema(name = "Permission")
public record PermissionResponse(
        @Schema(
                        examples = "membership",
                        enumeration = {"membership", "grant"})
                String reason,
        @Schema(description = "The workspace they are in, or by which something is granted to them")
                @Nullable UUID workspaceId,
        @Schema(description = "The group by which something is granted to them")
                @Nullable UUID groupId,
        @Schema(description = "What is granted; absent for a membership") @Nullable UUID artifactId,
        @Schema(examples = "editor") String role,
        @Schema(description = "Absent if it does not end") @Nullable Instant expiresAt) {

    static PermissionResponse of(HeldPermission held) {
        return new PermissionResponse(
                held.isMembership() ? "membership" : "grant",
                held.isMembership() ? held.subject() : held.by(Grantee.Kind.WORKSPACE).orElse(null),
                held.by(Grantee.Kind.GROUP).orElse(null),
                held.isMembership() ? null : held.subject(),
                held.role(),
                held.until().orElse(null));
    }
}
