package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Role;
import io.artifactor.identity.User;
import io.artifactor.workspace.WorkspaceId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's own account, as the token at hand sees it. */
@Schema(name = "Me")
public record MeResponse(
        UUID id,
        String username,
        String displayName,
        @Nullable String email,
        @Schema(
                        description =
                                "Out of admin, auditor, user; only those the token opens from where it comes")
                List<String> roles,
        UUID personalWorkspaceId,
        boolean passwordChangeRequired,
        @Schema(description = "While true, only /auth/ answers, and makes no tokens")
                boolean secondFactorSetupRequired) {

    static MeResponse of(User user, Authenticated authenticated, WorkspaceId personal) {
        return new MeResponse(
                user.id().value(),
                user.username(),
                user.displayName(),
                user.email().orElse(null),
                authenticated.caller().roles().stream().map(Role::id).sorted().toList(),
                personal.value(),
                user.mustChangePassword(),
                authenticated.secondFactorSetupRequired());
    }
}
