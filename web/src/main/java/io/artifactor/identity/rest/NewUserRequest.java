package io.artifactor.identity.rest;

import io.artifactor.identity.NewUser;
import io.artifactor.identity.Role;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The user an administrator asks for. */
@Schema(name = "NewUser", requiredProperties = "username")
public record NewUserRequest(
        @Schema(pattern = "[A-Za-z0-9._-]{2,64}", examples = "ada") @Nullable String username,
        @Schema(
                        minLength = 12,
                        maxLength = 128,
                        description = "Generated and answered once if absent")
                @Nullable String password,
        @Schema(maxLength = 120, description = "The username if absent")
                @Nullable String displayName,
        @Schema(maxLength = 254) @Nullable String email,
        @Schema(description = "Out of admin, auditor, user; user if absent")
                @Nullable List<@Nullable String> roles,
        @Schema(description = "Whether the password must be changed first; a generated one must")
                @Nullable Boolean passwordChangeRequired) {

    NewUser wanted() {
        return new NewUser(
                Given.text("username", username),
                password,
                displayName,
                email,
                roles == null ? Set.of(Role.USER) : rolesOf(roles),
                Boolean.TRUE.equals(passwordChangeRequired));
    }

    static Set<Role> rolesOf(List<@Nullable String> names) {
        return Given.each("roles", names, Role::find, "admin, auditor, user");
    }

    @Override
    public String toString() {
        return "NewUserRequest[" + username + "]";
    }
}
