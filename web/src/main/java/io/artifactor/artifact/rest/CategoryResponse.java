package io.artifactor.artifact.rest;

import io.artifactor.artifact.Category;
import io.artifactor.artifact.CategoryView;
import io.artifactor.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category as the interface shows it. */
@Schema(name = "Category")
public record CategoryResponse(
        UUID id,
        @Schema(description = "Absent for those built in") @Nullable UUID workspaceId,
        @Schema(examples = "Code") String name,
        @Schema(examples = "#2563eb") String colour,
        @Schema(description = "Endings of file names") List<String> extensions,
        @Schema(description = "What whole file names look like, with * and ?")
                List<String> patterns,
        @Schema(description = "Whether it stays as it is") boolean builtIn,
        @Schema(description = "How many artifacts are of it; in lists only")
                @Nullable Long artifactCount,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static CategoryResponse of(Category category) {
        return of(category, null);
    }

    static CategoryResponse of(CategoryView view) {
        return of(view.category(), view.artifacts());
    }

    private static CategoryResponse of(Category category, @Nullable Long artifacts) {
        return new CategoryResponse(
                category.id().value(),
                category.workspace().map(WorkspaceId::value).orElse(null),
                category.name(),
                category.colour(),
                category.extensions(),
                category.patterns(),
                category.isBuiltIn(),
                artifacts,
                category.createdAt(),
                category.updatedAt(),
                category.revision());
    }
}
