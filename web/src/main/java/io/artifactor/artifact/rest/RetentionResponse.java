package io.artifactor.artifact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.RetentionPreview;
import io.artifactor.artifact.RetentionRule;
import io.artifactor.web.Paged;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would go, and when. */
@Schema(name = "RetentionPreview")
public record RetentionResponse(
        @Schema(description = "When it would go") Instant at,
        @Schema(description = "How many artifacts would go, on all pages") long count,
        @Schema(description = "Of their current contents") long bytes,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(nullable = true, description = "The `cursor` of the next page")
                @Nullable String next)
        implements Paged {

    public RetentionResponse {
        items = List.copyOf(items);
    }

    @Override
    public OptionalLong counted() {
        return OptionalLong.of(count);
    }

    static RetentionResponse of(RetentionPreview preview) {
        return new RetentionResponse(
                preview.rule().at(),
                preview.count(),
                preview.bytes(),
                preview.page().items().stream()
                        .map(artifact -> Item.of(artifact, preview.rule()))
                        .toList(),
                preview.page().next().orElse(null));
    }

    /** One artifact that would go. */
    @Schema(name = "RetentionItem")
    public record Item(
            UUID id,
            String title,
            String kind,
            String source,
            long size,
            @Schema(description = "When it came into the library") Instant arrivedAt,
            @Schema(description = "Since when it is old enough") Instant dueAt) {

        static Item of(Artifact artifact, RetentionRule rule) {
            return new Item(
                    artifact.id().value(),
                    artifact.title(),
                    artifact.kind().id(),
                    artifact.origin().source().id(),
                    artifact.size(),
                    artifact.createdAt(),
                    rule.dueAt(artifact.createdAt()));
        }
    }
}
