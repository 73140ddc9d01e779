package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which conversation, message and model an artifact's current version came from. */
@Schema(name = "Origin")
public record OriginResponse(
        UUID conversationId,
        String conversationTitle,
        @Nullable UUID messageId,
        @Nullable String model) {

    static OriginResponse of(ArtifactView.Origin origin) {
        return new OriginResponse(
                origin.conversation(),
                origin.conversationTitle(),
                origin.message().orElse(null),
                origin.model().orElse(null));
    }
}
