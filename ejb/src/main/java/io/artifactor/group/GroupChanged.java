package io.artifactor.group;

import java.util.Objects;

/**
 * Who is in a group is different now, or the group is no more. Fired inside of the transaction.
 *
 * @param isOver whether it is no more
 */
public record GroupChanged(GroupId group, boolean isOver) {

    public GroupChanged {
        Objects.requireNonNull(group, "group");
    }
}
