package io.artifactor.artifact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change about a category; what is absent stays as it is. */
public record CategoryChange(
        @Nullable String name,
        @Nullable String colour,
        @Nullable List<String> extensions,
        @Nullable List<String> patterns) {

    CategoryDraft applyTo(CategoryDraft now) {
        return new CategoryDraft(
                name == null ? now.name() : name,
                colour == null ? now.colour() : colour,
                extensions == null ? now.extensions() : extensions,
                patterns == null ? now.patterns() : patterns);
    }
}
