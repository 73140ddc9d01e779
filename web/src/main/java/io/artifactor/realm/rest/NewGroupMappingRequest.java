package io.artifactor.realm.rest;

import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.realm.GroupMapping.Meaning;
import io.artifactor.realm.Realm;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRole;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group of a realm, and what whoever is in it is here. */
@Schema(
        name = "NewGroupMapping",
        requiredProperties = {"realm", "group"},
        description = "With `role`, or with `workspaceId` and `workspaceRole`")
public record NewGroupMappingRequest(
        @Schema(
                        examples = "oidc",
                        enumeration = {"ldap", "oidc", "saml"})
                @Nullable String realm,
        @Schema(
                        description = "As the realm spells it; of a directory, the common name",
                        minLength = 1,
                        maxLength = 256,
                        examples = "library-admins")
                @Nullable String group,
        @Schema(
                        examples = "admin",
                        enumeration = {"admin", "auditor", "user"})
                @Nullable String role,
        @Nullable UUID workspaceId,
        @Schema(enumeration = {"admin", "editor", "viewer"}) @Nullable String workspaceRole) {

    Realm wantedRealm() {
        return Realm.find(realm == null ? "" : realm)
                .orElseThrow(() -> Problem.invalid("realm", "must be ldap, oidc or saml."));
    }

    String wantedGroup() {
        return group == null ? "" : group;
    }

    Meaning meaning() {
        if (workspaceId == null) {
            return new Meaning.Everywhere(
                    Role.find(role == null ? "" : role)
                            .orElseThrow(() ->
                                    Problem.invalid(
                                            "role",
                                            "must be admin, auditor or user, unless workspaceId"
                                                    + " names a workspace.")));
        }
        if (role != null) {
            throw Problem.invalid("role", "does not go with workspaceId; use two mappings.");
        }
        return new Meaning.Within(
                new WorkspaceId(workspaceId),
                WorkspaceRole.find(workspaceRole == null ? "" : workspaceRole)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "workspaceRole", "must be admin, editor or viewer.")));
    }
}
