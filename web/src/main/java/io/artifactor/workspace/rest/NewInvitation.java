package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import io.artifactor.workspace.Invitee;
import io.artifactor.workspace.WorkspaceRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that invites somebody. */
@Schema(name = "NewInvitation")
public record NewInvitation(
        @Schema(maxLength = 254, examples = "ada", description = "Whom it is for")
                @Nullable String username,
        @Schema(
                        maxLength = 254,
                        examples = "ada@example.org",
                        description =
                                "Or where to send it: whoever follows the link there may accept")
                @Nullable String email,
        @Schema(required = true, examples = "editor", description = "What they become by accepting")
                @Nullable String role) {

    Invitee invitee() {
        if (username != null && email != null) {
            throw Problem.invalid("email", "cannot be given beside username.");
        }
        if (email != null) {
            return new Invitee.Address(email);
        }
        if (username == null) {
            throw Problem.invalid("username", "is missing; or give email.");
        }
        return new Invitee.Name(username);
    }

    WorkspaceRole givenRole() {
        return MemberRole.given(role);
    }
}
