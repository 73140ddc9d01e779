package io.artifactor.identity;

import java.util.Objects;
import java.util.Set;

/**
 * Who is asking: passed as the first parameter to every door.
 *
 * @param user the signed-in user
 * @param username the name they sign in with, for logs and audit
 * @param roles what they are in the whole system
 */
public record Caller(UserId user, String username, Set<Role> roles) {

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(username, "username");
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
