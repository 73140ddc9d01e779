package io.artifactor.artifact.rest;

import io.artifactor.artifact.CategoryChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes a category. */
@Schema(name = "CategoryPatch", description = "What is absent stays as it is")
public record CategoryPatch(
        @Schema(maxLength = 64) @Nullable String name,
        @Schema(pattern = "^#[0-9a-fA-F]{6}$") @Nullable String colour,
        @Nullable List<String> extensions,
        @Nullable List<String> patterns) {

    CategoryChange change() {
        return new CategoryChange(name, colour, extensions, patterns);
    }
}
