package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactView;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The page an artifact was captured from, or the conversation, message and model it came from. */
@Schema(name = "Origin")
public record OriginResponse(
        @Nullable UUID conversationId,
        @Nullable String conversationTitle,
        @Nullable UUID messageId,
        @Nullable String model,
        @Schema(description = "The page it was captured from") @Nullable String url) {

    static @Nullable OriginResponse of(ArtifactView view) {
        Optional<ArtifactView.Origin> origin = view.origin();
        Optional<String> url = view.artifact().origin().page();
        if (origin.isEmpty() && url.isEmpty()) {
            return null;
        }
        return new OriginResponse(
                origin.map(ArtifactView.Origin::conversation).orElse(null),
                origin.map(ArtifactView.Origin::conversationTitle).orElse(null),
                origin.flatMap(ArtifactView.Origin::message).orElse(null),
                origin.flatMap(ArtifactView.Origin::model).orElse(null),
                url.orElse(null));
    }
}
