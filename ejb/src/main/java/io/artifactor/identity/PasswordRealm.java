package io.artifactor.identity;

import java.util.Optional;

/** Where names and passwords are known that no account here holds, a directory for instance. */
public interface PasswordRealm {

    /** Whose name and password these are; empty for any that are wrong. */
    Optional<Vouched> check(String username, String password);

    /** By which name the user signs in there; empty if they do not. */
    Optional<String> nameOf(UserId user);

    /**
     * Somebody a realm vouches for.
     *
     * @param realm as what it knows the sign-in
     */
    record Vouched(UserId user, RealmSession realm) {}
}
