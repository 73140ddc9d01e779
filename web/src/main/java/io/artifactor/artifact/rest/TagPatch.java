package io.artifactor.artifact.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that renames a tag. */
@Schema(name = "TagPatch")
public record TagPatch(
        @Schema(required = true, maxLength = 64, examples = "sorting") @Nullable String name) {}
