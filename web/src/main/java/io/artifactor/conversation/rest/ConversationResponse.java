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
        @Schema(examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11") UUID id,
        @Schema(examples = "01a1fd2a-90b2-7c5d-8a57-71cf3f9e0c55") UUID workspaceId,
        @Schema(examples = "Sorting a list") String title,
        @Schema(examples = "claude") String source,
        @Schema(
                        examples = "f1c1b0de-5d0b-4d0c-9a5e-0d0c4f6b7a10",
                        description = "Its id where it came from")
                String sourceId,
        @Schema(examples = "claude-sonnet-4") @Nullable String model,
        @Schema(examples = "12") int messageCount,
        @Schema(examples = "2") long artifactCount,
        @Schema(
                        examples = "2026-03-01T10:00:00Z",
                        description = "When it began, where it came from")
                @Nullable Instant createdAt,
        @Schema(
                        examples = "2026-03-01T10:20:00Z",
                        description = "When it last changed, where it came from")
                @Nullable Instant updatedAt,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant importedAt) {

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
