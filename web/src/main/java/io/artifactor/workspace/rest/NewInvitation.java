package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that invites somebody. */
@Schema(name = "NewInvitation")
public record NewInvitation(
        @Schema(required = true, maxLength = 254, examples = "ada") @Nullable String username,
        @Schema(required = true, examples = "editor", description = "What they become by accepting")
                @Nullable String role) {

    String givenUsername() {
        if (username == null) {
            throw Problem.invalid("username", "is missing.");
        }
        return username;
    }

    WorkspaceRole givenRole() {
        return MemberRole.given(role);
    }
}
