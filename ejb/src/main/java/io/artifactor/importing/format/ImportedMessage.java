package io.artifactor.importing.format;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param sourceId unique in the conversation; made from the position where the export has none
 * @param parentSourceId the message it answers, where the export says so
 * @param position from 0, in the order of the export
 * @param text what a person would read; real text blocks rather than the vendor's lossy flattening
 * @param onActivePath whether it is on the path the vendor shows
 * @param hidden whether the vendor hides it
 * @param unknownJson blocks no reader knows, as a JSON array, kept so that nothing is lost
 */
public record ImportedMessage(
        String sourceId,
        @Nullable String parentSourceId,
        int position,
        Sender sender,
        @Nullable String model,
        String text,
        @Nullable Instant sentAt,
        boolean onActivePath,
        boolean hidden,
        @Nullable String unknownJson) {

    public ImportedMessage {
        Objects.requireNonNull(sourceId, "sourceId");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(text, "text");
    }
}
