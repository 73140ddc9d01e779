package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.quota.Booking;
import io.artifactor.quota.Holder;
import io.artifactor.quota.Room;
import io.artifactor.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The artifacts that go to a workspace together. Used by one thread. */
final class Departure {

    private final WorkspaceId to;
    private final Map<UUID, Long> bytes;
    private final Room room;
    private final List<Artifact> leaving = new ArrayList<>();

    /**
     * @param bytes of all versions, by artifact
     */
    Departure(WorkspaceId to, Map<UUID, Long> bytes, Room room) {
        this.to = to;
        this.bytes = Map.copyOf(bytes);
        this.room = room;
    }

    /**
     * Takes it along.
     *
     * @throws Problem {@code QUOTA_EXCEEDED} if there is no room for it
     */
    void add(Artifact artifact) {
        if (!artifact.workspace().equals(to)) {
            room.move(
                    Holder.of(artifact.workspace()),
                    Holder.of(to),
                    bytes.getOrDefault(artifact.id().value(), 0L));
        }
        leaving.add(artifact);
    }

    WorkspaceId to() {
        return to;
    }

    List<Artifact> leaving() {
        return leaving;
    }

    Booking booking() {
        return room.booking();
    }
}
