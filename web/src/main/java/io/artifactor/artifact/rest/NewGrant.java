package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactGrant.Terms;
import io.artifactor.artifact.GrantRole;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that grants an artifact: to a user or to a workspace. */
@Schema(name = "NewGrant", description = "Either `username` or `workspaceId`")
public record NewGrant(
        @Schema(maxLength = 254, examples = "ada", description = "The user it is granted to")
                @Nullable String username,
        @Schema(description = "The workspace whose members it is granted to")
                @Nullable UUID workspaceId,
        @Schema(
                        required = true,
                        examples = "viewer",
                        description = "viewer reads; editor changes content and description too")
                @Nullable String role,
        @Schema(description = "When it ends; never if absent", examples = "2036-11-21T10:15:30Z")
                @Nullable Instant expiresAt) {

    Terms terms() {
        if ((username == null) == (workspaceId == null)) {
            throw Problem.invalid("username", "must be given, or workspaceId, and not both.");
        }
        GrantRole given =
                Optional.ofNullable(role)
                        .flatMap(GrantRole::find)
                        .orElseThrow(() -> Problem.invalid("role", "must be viewer or editor."));
        return new Terms(given, expiresAt);
    }
}
