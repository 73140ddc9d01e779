package io.artifactor.importing;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.Room;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import java.util.Optional;

/**
 * Keeps the contents of one artifact for as long as there is room for all of them and none is
 * refused; else the artifact will not be kept, and of the rest only the size matters. Used by one
 * thread.
 */
final class RoomedSink implements ContentSink {

    private final ContentSink contents;
    private final Room room;
    private final UserId owner;
    private final WorkspaceId workspace;
    private long bytes;
    private Optional<Problem> refusal = Optional.empty();

    RoomedSink(ContentSink contents, Room room, UserId owner, WorkspaceId workspace) {
        this.contents = contents;
        this.room = room;
        this.owner = owner;
        this.workspace = workspace;
    }

    @Override
    public StoredBlob keep(byte[] content) {
        bytes += content.length;
        if (refusal.isEmpty() && room.has(owner, workspace, bytes)) {
            try {
                return contents.keep(content);
            } catch (Problem e) {
                if (!isOfContent(e)) {
                    throw e;
                }
                refusal = Optional.of(e);
            }
        }
        return ContentSink.NOWHERE.keep(content);
    }

    /** Why the artifact is not kept, if for one of its contents. */
    Optional<Problem> refusal() {
        return refusal;
    }

    /** Whether the store refuses this content and takes others. */
    static boolean isOfContent(Problem problem) {
        return problem.code() == ProblemCode.MALWARE_FOUND
                || problem.code() == ProblemCode.TOO_LARGE;
    }
}
