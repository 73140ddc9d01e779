package io.artifactor.realm.rest;

import io.artifactor.identity.Role;
import io.artifactor.realm.GroupMapping;
import io.artifactor.realm.GroupMapping.Meaning;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRole;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a group of a realm stands for here: a role, or a place in a workspace. */
@Schema(name = "GroupMapping")
public record GroupMappingResponse(
        UUID id,
        @Schema(
                        examples = "oidc",
                        enumeration = {"ldap", "oidc", "saml"})
                String realm,
        @Schema(description = "As the realm spells it", examples = "library-admins") String group,
        @Schema(
                        examples = "admin",
                        enumeration = {"admin", "auditor", "user"})
                @Nullable String role,
        @Nullable UUID workspaceId,
        @Schema(enumeration = {"admin", "editor", "viewer"}) @Nullable String workspaceRole,
        Instant createdAt) {

    static GroupMappingResponse of(GroupMapping mapping) {
        return switch (mapping.meaning()) {
            case Meaning.Everywhere(Role role) -> of(mapping, role.id(), null, null);
            case Meaning.Within(WorkspaceId workspace, WorkspaceRole role) ->
                    of(mapping, null, workspace.value(), role.id());
        };
    }

    private static GroupMappingResponse of(
            GroupMapping mapping,
            @Nullable String role,
            @Nullable UUID workspace,
            @Nullable String workspaceRole) {
        return new GroupMappingResponse(
                mapping.id(),
                mapping.realm().id(),
                mapping.group(),
                role,
                workspace,
                workspaceRole,
                mapping.createdAt());
    }
}
