package io.artifactor.artifact.rest;

import io.artifactor.artifact.Tag;
import io.artifactor.artifact.TagView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as the interface shows it. */
@Schema(name = "Tag")
public record TagResponse(
        UUID id,
        UUID workspaceId,
        @Schema(examples = "sorting") String name,
        @Schema(description = "How many artifacts have it; in lists only")
                @Nullable Long artifactCount,
        Instant createdAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static TagResponse of(Tag tag) {
        return of(tag, null);
    }

    static TagResponse of(TagView view) {
        return of(view.tag(), view.artifacts());
    }

    private static TagResponse of(Tag tag, @Nullable Long artifacts) {
        return new TagResponse(
                tag.id().value(),
                tag.workspace().value(),
                tag.name(),
                artifacts,
                tag.createdAt(),
                tag.revision());
    }
}
