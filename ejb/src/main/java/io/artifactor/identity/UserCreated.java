package io.artifactor.identity;

import java.time.Instant;
import java.util.Objects;

/**
 * A user came into being. Fired inside the transaction that creates them: an observer that fails
 * undoes the user too.
 */
public record UserCreated(UserId user, String username, Instant at) {

    public UserCreated {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(at, "at");
    }
}
