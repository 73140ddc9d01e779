package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about a user; null leaves a thing as it is.
 *
 * @param email a new address; the empty text takes the address away
 * @param password a password to begin anew with, which its owner must change at once
 */
public record UserChange(
        @Nullable String displayName,
        @Nullable String email,
        @Nullable Set<Role> roles,
        @Nullable Boolean active,
        @Nullable String password) {

    public UserChange {
        displayName = displayName == null ? null : InputRules.displayName(displayName);
        email = email == null || email.isEmpty() ? email : InputRules.email(email);
        password = password == null ? null : InputRules.password("password", password);
        roles = roles == null ? null : Set.copyOf(roles);
        if (roles != null && roles.isEmpty()) {
            throw Problem.invalid("roles", "must name at least one of admin, auditor, user.");
        }
    }

    static UserChange deactivation() {
        return new UserChange(null, null, null, false, null);
    }

    /** Whether a user of these roles is no active administrator afterwards. */
    boolean endsAdministrator() {
        return Boolean.FALSE.equals(active) || (roles != null && !roles.contains(Role.ADMIN));
    }

    @Override
    public String toString() {
        return "UserChange[]";
    }
}
