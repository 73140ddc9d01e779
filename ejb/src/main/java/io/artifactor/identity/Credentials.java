package io.artifactor.identity;

import org.jspecify.annotations.Nullable;

/** What a user's password is checked against, as it was at one moment. */
record Credentials(UserId user, String username, @Nullable String hash, boolean active) {

    static Credentials of(User user) {
        return new Credentials(
                user.id(), user.username(), user.passwordHash().orElse(null), user.isActive());
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
