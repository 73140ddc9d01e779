package io.artifactor.artifact.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that merges a tag into another. */
@Schema(name = "TagMerge")
public record TagMerge(
        @Schema(required = true, description = "The tag that stays") @Nullable UUID into) {}
