package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import java.util.Objects;

/** What a user is a member of, or as what, is being changed. Fired inside of the transaction. */
public record MembershipChanged(UserId user) {

    public MembershipChanged {
        Objects.requireNonNull(user, "user");
    }
}
