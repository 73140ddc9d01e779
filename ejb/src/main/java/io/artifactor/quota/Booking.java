package io.artifactor.quota;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes a change gives to holders, or takes from them. Used by one thread. */
public final class Booking {

    private final Map<Holder, Long> bytes = new LinkedHashMap<>();

    /** Content added to, or if negative removed from, what a user owns in a workspace. */
    public static Booking of(UserId owner, WorkspaceId workspace, long bytes) {
        return new Booking().add(owner, workspace, bytes);
    }

    public Booking add(UserId owner, WorkspaceId workspace, long more) {
        return add(Holder.of(owner), more).add(Holder.of(workspace), more);
    }

    public Booking add(Holder holder, long more) {
        bytes.merge(holder, more, Long::sum);
        return this;
    }

    public Booking add(Booking other) {
        other.bytes.forEach(this::add);
        return this;
    }

    /** What changes at all. */
    Map<Holder, Long> changes() {
        Map<Holder, Long> changes = new LinkedHashMap<>(bytes);
        changes.values().removeIf(change -> change == 0);
        return changes;
    }
}
