package io.artifactor.conversation;

import io.artifactor.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as an import leaves it.
 *
 * @param isNew whether there is no row of it yet
 * @param messageCount how many messages it has then, those kept before included
 * @param messages the new ones and those kept before that the import names again
 */
public record IncomingConversation(
        ConversationId id,
        boolean isNew,
        Origin origin,
        Look look,
        int messageCount,
        List<IncomingMessage> messages) {

    /** The same workspace, source and id there is the same conversation. */
    public record Origin(WorkspaceId workspace, String source, String sourceId) {}

    /** The instants are those of the source. */
    public record Look(
            String title,
            @Nullable String model,
            String fingerprint,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {}

    public IncomingConversation {
        messages = List.copyOf(messages);
    }
}
