package io.artifactor.search.rest;

import io.artifactor.search.SearchHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing found. */
@Schema(name = "SearchHit")
public record SearchHitResponse(
        @Schema(description = "artifact or conversation") String type,
        UUID id,
        String title,
        @Nullable String kind,
        @Nullable String language,
        String source,
        Instant updatedAt,
        double score,
        @Nullable UUID conversationId,
        @Schema(
                        description =
                                "Per field, pieces of HTML in which everything is escaped but <em>"
                                        + " around what matched")
                Map<String, List<String>> highlights) {

    public static SearchHitResponse of(SearchHit hit) {
        return new SearchHitResponse(
                hit.type().id(),
                hit.id(),
                hit.title(),
                hit.kind(),
                hit.language(),
                hit.source(),
                hit.updatedAt(),
                hit.score(),
                hit.conversationId(),
                hit.highlights());
    }
}
