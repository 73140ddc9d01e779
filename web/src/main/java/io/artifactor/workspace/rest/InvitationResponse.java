package io.artifactor.workspace.rest;

import io.artifactor.workspace.Invitation;
import io.artifactor.workspace.InvitationView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation nobody has answered yet. */
@Schema(name = "Invitation")
public record InvitationResponse(
        UUID id,
        UUID workspaceId,
        @Schema(examples = "Compilers") String workspaceName,
        @Schema(
                        examples = "ada",
                        description =
                                "Whom it is for; left out while nobody has followed the link in a mail")
                @Nullable String username,
        @Schema(examples = "ada@example.org", description = "Where it was sent, if by mail")
                @Nullable String email,
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
                invitation.email().orElse(null),
                invitation.role().id(),
                view.inviter(),
                invitation.createdAt(),
                invitation.expiresAt());
    }
}
