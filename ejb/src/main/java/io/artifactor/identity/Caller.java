package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
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

    /**
     * @throws Problem {@code FORBIDDEN} for anybody but an administrator
     */
    public void requireAdministrator() {
        if (!is(Role.ADMIN)) {
            throw new Problem(ProblemCode.FORBIDDEN, "Only an administrator may do this.");
        }
    }

    /**
     * @param what only administrators and auditors may, such as "see the log"
     * @throws Problem {@code FORBIDDEN} for anybody else
     */
    public void requireAuditor(String what) {
        if (!is(Role.ADMIN) && !is(Role.AUDITOR)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "Only administrators and auditors may %s.".formatted(what));
        }
    }
}
