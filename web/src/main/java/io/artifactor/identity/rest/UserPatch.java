package io.artifactor.identity.rest;

import io.artifactor.identity.UserChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change about a user; what is absent stays. */
@Schema(name = "UserPatch")
public record UserPatch(
        @Schema(maxLength = 120) @Nullable String displayName,
        @Schema(maxLength = 254, description = "The empty text takes the address away")
                @Nullable String email,
        @Schema(description = "Out of admin, auditor, user") @Nullable List<@Nullable String> roles,
        @Schema(description = "false shuts the user out, true lets them in again")
                @Nullable Boolean active,
        @Schema(
                        minLength = 12,
                        maxLength = 128,
                        description = "Ends the user's sign-ins; they must change it at the next")
                @Nullable String password) {

    UserChange change() {
        return new UserChange(
                displayName,
                email,
                roles == null ? null : NewUserRequest.rolesOf(roles),
                active,
                password);
    }

    @Override
    public String toString() {
        return "UserPatch[]";
    }
}
