package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who is asking: passed as the first parameter to every door.
 *
 * @param user the signed-in user
 * @param username the name they sign in with, for logs and audit
 * @param roles what they are in the whole system
 * @param withheld what they are besides, but not where they ask from
 */
public record Caller(UserId user, String username, Set<Role> roles, Set<Role> withheld) {

    private static final String ELSEWHERE =
            "Administration is open only from the networks that the operator of this server named;"
                    + " this request came from elsewhere.";

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(username, "username");
        roles = Set.copyOf(roles);
        withheld = Set.copyOf(withheld);
    }

    /** Somebody whose roles all count. */
    public Caller(UserId user, String username, Set<Role> roles) {
        this(user, username, roles, Set.of());
    }

    /** The same person where the given roles of theirs do not count. */
    Caller without(Set<Role> some) {
        Set<Role> others = new HashSet<>(roles);
        others.removeAll(some);
        return new Caller(user, username, others, some);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * @throws Problem {@code FORBIDDEN} for anybody but an administrator
     */
    public void requireAdministrator() {
        if (!is(Role.ADMIN)) {
            throw lacking(Set.of(Role.ADMIN), "Only an administrator may do this.");
        }
    }

    /**
     * @param what only administrators and auditors may, such as "see the log"
     * @throws Problem {@code FORBIDDEN} for anybody else
     */
    public void requireAuditor(String what) {
        if (!is(Role.ADMIN) && !is(Role.AUDITOR)) {
            throw lacking(
                    Set.of(Role.ADMIN, Role.AUDITOR),
                    "Only administrators and auditors may %s.".formatted(what));
        }
    }

    /**
     * The refusal of somebody who has none of the roles a thing takes. Whoever has one elsewhere is
     * told so, and not from where.
     *
     * @param otherwise what anybody else is told
     */
    public Problem lacking(Set<Role> needed, String otherwise) {
        return new Problem(
                ProblemCode.FORBIDDEN,
                withheld.stream().anyMatch(needed::contains) ? ELSEWHERE : otherwise);
    }
}
