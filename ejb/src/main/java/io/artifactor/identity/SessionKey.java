package io.artifactor.identity;

import java.util.Objects;
import java.util.UUID;

/** One sign-in of one user: the family its refresh tokens share. */
public record SessionKey(UserId user, UUID family) {

    public SessionKey {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(family, "family");
    }
}
