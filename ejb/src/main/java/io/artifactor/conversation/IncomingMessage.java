package io.artifactor.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message an import brings.
 *
 * @param id of the row kept before, if there is one
 * @param place where it stands in its conversation
 * @param unknownBlocks what no reader understood, as a JSON array
 */
public record IncomingMessage(
        UUID id,
        String sourceId,
        Place place,
        String sender,
        @Nullable String model,
        String body,
        @Nullable Instant sentAt,
        boolean hidden,
        @Nullable String unknownBlocks) {

    public record Place(@Nullable String parentSourceId, int position, boolean onActivePath) {}
}
