package io.artifactor.identity;

import io.artifactor.problem.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user an administrator asks for; checked on construction, but for what {@link PasswordRules}
 * say.
 *
 * @param username what they sign in with
 * @param password their first password, or null to have one generated
 * @param displayName how others see them; the username if null
 * @param email their address, or null
 * @param roles what they are, never empty
 * @param passwordChangeRequired whether they must change the password at first sign-in; a generated
 *     one always must be
 */
public record NewUser(
        String username,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable String email,
        Set<Role> roles,
        boolean passwordChangeRequired) {

    public NewUser {
        username = InputRules.username(username);
        password = password == null ? null : InputRules.password("password", password);
        displayName = displayName == null ? username : InputRules.displayName(displayName);
        email = email == null || email.isEmpty() ? null : InputRules.email(email);
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw Problem.invalid("roles", "must name at least one of admin, auditor, user.");
        }
        passwordChangeRequired = passwordChangeRequired || password == null;
    }

    User.Profile profile() {
        return new User.Profile(username, displayName == null ? username : displayName, email);
    }

    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
