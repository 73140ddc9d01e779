package io.artifactor.importing;

import io.artifactor.identity.UserId;
import io.artifactor.quota.Room;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;

/**
 * Keeps the contents of one artifact for as long as there is room for all of them; once there is
 * not, the artifact will not be kept, and of the rest only the size matters. Used by one thread.
 */
final class RoomedSink implements ContentSink {

    private final ContentSink contents;
    private final Room room;
    private final UserId owner;
    private final WorkspaceId workspace;
    private long bytes;

    RoomedSink(ContentSink contents, Room room, UserId owner, WorkspaceId workspace) {
        this.contents = contents;
        this.room = room;
        this.owner = owner;
        this.workspace = workspace;
    }

    @Override
    public StoredBlob keep(byte[] content) {
        bytes += content.length;
        ContentSink sink = room.has(owner, workspace, bytes) ? contents : ContentSink.NOWHERE;
        return sink.keep(content);
    }
}
