package io.artifactor.realm.rest;

import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group of a realm, and the role that whoever is in it has here. */
@Schema(
        name = "NewGroupMapping",
        requiredProperties = {"realm", "group", "role"})
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
                @Nullable String role) {

    Realm wantedRealm() {
        return Realm.find(realm == null ? "" : realm)
                .orElseThrow(() -> Problem.invalid("realm", "must be ldap, oidc or saml."));
    }

    String wantedGroup() {
        return group == null ? "" : group;
    }

    Role wantedRole() {
        return Role.find(role == null ? "" : role)
                .orElseThrow(() -> Problem.invalid("role", "must be admin, auditor or user."));
    }
}
