package io.artifactor.conversation.rest;

import io.artifactor.conversation.Message;
import io.artifactor.conversation.MessageId;
import io.artifactor.conversation.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as the interface shows it. */
@Schema(name = "Message")
public record MessageResponse(
        UUID id,
        @Schema(description = "Its id where it came from") String sourceId,
        @Schema(description = "The message it answers") @Nullable UUID parentId,
        @Schema(description = "Its place in the export, counted from 0") int position,
        @Schema(enumeration = {"human", "assistant", "system", "tool"}) String sender,
        @Nullable String model,
        String text,
        @Nullable Instant sentAt,
        @Schema(description = "Whether it is on the line of messages shown last")
                boolean onActivePath) {

    public static MessageResponse of(MessageView view) {
        Message message = view.message();
        return new MessageResponse(
                message.id().value(),
                message.sourceId(),
                view.parent().map(MessageId::value).orElse(null),
                message.position(),
                message.sender(),
                message.model().orElse(null),
                message.body(),
                message.sentAt().orElse(null),
                message.isOnActivePath());
    }
}
