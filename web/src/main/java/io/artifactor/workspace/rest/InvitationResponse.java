package io.artifactor.workspace.rest;

import io.artifactor.workspace.Invitation;
import io.artifactor.workspace.InvitationView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation nobody has answered yet. */
@Schema(name = "Invitation")
public record InvitationResponse(
        UUID id,
        UUID workspaceId,
        @Schema(examples = "Compilers") String workspaceName,
        @Schema(description = "Whom it is for") String username,
        @Schema(examples = "editor", description = "What they become by accepting") String role,
        @Schema(examples = "grace", description = "The user name of who made it") String invitedBy,
        Instant createdAt,
        @Schema(description = "When it is no more") Instant expiresAt) {

    static InvitationResponse of(InvitationView view) {
        Invitation invitation = view.invitation();
        return new InvitationResponse(
                invitation.id().value(),
                invitation.workspace().value(),
                view.workspace(),
                view.username(),
                invitation.role().id(),
                view.inviter(),
                invitation.createdAt(),
                invitation.expiresAt());
    }
}
