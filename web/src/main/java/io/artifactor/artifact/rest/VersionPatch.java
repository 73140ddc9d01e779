package io.artifactor.artifact.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes what is said about a version. */
@Schema(name = "VersionPatch", description = "What is absent stays as it is")
public record VersionPatch(
        @Schema(
                        maxLength = 100,
                        description = "An empty text takes the label away",
                        examples = "As sent to the customer")
                @Nullable String label) {}
