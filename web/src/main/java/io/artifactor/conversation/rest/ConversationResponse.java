package io.artifactor.conversation.rest;

import io.artifactor.conversation.Conversation;
import io.artifactor.conversation.ConversationView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation as the interface shows it. */
@Schema(name = "Conversation")
public record ConversationResponse(
        UUID id,
        UUID workspaceId,
        String title,
        @Schema(examples = "claude") String source,
        @Schema(description = "Its id where it came from") String sourceId,
        @Nullable String model,
        int messageCount,
        long artifactCount,
        @Schema(description = "When it began, where it came from") @Nullable Instant createdAt,
        @Schema(description = "When it last changed, where it came from")
                @Nullable Instant updatedAt,
        Instant importedAt) {

    public static ConversationResponse of(ConversationView view) {
        Conversation conversation = view.conversation();
        return new ConversationResponse(
                conversation.id().value(),
                conversation.workspace().value(),
                conversation.title(),
                conversation.source().id(),
                conversation.sourceId(),
                conversation.model().orElse(null),
                conversation.messageCount(),
                view.artifacts(),
                conversation.createdAt().orElse(null),
                conversation.updatedAt().orElse(null),
                conversation.importedAt());
    }
}
