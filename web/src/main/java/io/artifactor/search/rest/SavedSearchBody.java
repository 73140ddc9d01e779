package io.artifactor.search.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that keeps a search, or changes one that is kept. */
@Schema(name = "SavedSearchBody")
public record SavedSearchBody(
        @Schema(maxLength = 100, examples = "Sorting in Python") @Nullable String name,
        @Schema(description = "As of `POST /search/advanced`; `size` and `cursor` are not kept")
                @Nullable AdvancedSearch query) {}
