package io.artifactor.artifact.rest;

import io.artifactor.artifact.CategoryDraft;
import io.artifactor.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that adds a category. */
@Schema(name = "NewCategory")
public record NewCategory(
        @Schema(required = true, maxLength = 64, examples = "Recipes") @Nullable String name,
        @Schema(required = true, pattern = "^#[0-9a-fA-F]{6}$", examples = "#2563eb")
                @Nullable String colour,
        @Schema(description = "Endings of file names", examples = "[\"recipe\"]")
                @Nullable List<String> extensions,
        @Schema(
                        description = "What whole file names look like, with * and ?",
                        examples = "[\"recipe-*.md\"]")
                @Nullable List<String> patterns,
        @Schema(description = "The caller's own if absent") @Nullable UUID workspaceId) {

    CategoryDraft draft() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        if (colour == null) {
            throw Problem.invalid("colour", "is missing.");
        }
        return new CategoryDraft(
                name,
                colour,
                extensions == null ? List.of() : extensions,
                patterns == null ? List.of() : patterns);
    }
}
