package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactGrant.Terms;
import io.artifactor.artifact.GrantRole;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that grants an artifact: to a user, a workspace or a group. */
@Schema(name = "NewGrant", description = "One of `username`, `workspaceId` and `groupId`")
public record NewGrant(
        @Schema(maxLength = 254, examples = "ada", description = "The user it is granted to")
                @Nullable String username,
        @Schema(description = "The workspace whose members it is granted to")
                @Nullable UUID workspaceId,
        @Schema(description = "The group it is granted to") @Nullable UUID groupId,
        @Schema(
                        required = true,
                        examples = "viewer",
                        description = "viewer reads; editor changes content and description too")
                @Nullable String role,
        @Schema(description = "When it ends; never if absent", examples = "2036-11-21T10:15:30Z")
                @Nullable Instant expiresAt) {

    Terms terms() {
        if (Stream.of(username, workspaceId, groupId).filter(Objects::nonNull).count() != 1) {
            throw Problem.invalid(
                    "username", "must be given, or workspaceId, or groupId; one of them.");
        }
        GrantRole given =
                Optional.ofNullable(role)
                        .flatMap(GrantRole::find)
                        .orElseThrow(() -> Problem.invalid("role", "must be viewer or editor."));
        return new Terms(given, expiresAt);
    }
}
