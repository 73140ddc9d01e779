package io.artifactor.identity;

import java.util.Optional;

/** Where names and passwords are known that no account here holds, a directory for instance. */
@FunctionalInterface
public interface PasswordRealm {

    /** There is none. */
    PasswordRealm NONE = (username, password) -> Optional.empty();

    /** Whose name and password these are; empty for any that are wrong. */
    Optional<Vouched> check(String username, String password);

    /**
     * Somebody a realm vouches for.
     *
     * @param realm as what it knows the sign-in
     */
    record Vouched(UserId user, RealmSession realm) {}
}
