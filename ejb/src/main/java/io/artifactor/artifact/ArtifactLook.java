package io.artifactor.artifact;

import org.jspecify.annotations.Nullable;

/** What people see of an artifact. */
public record ArtifactLook(
        String title,
        ArtifactKind kind,
        @Nullable String language,
        String mediaType,
        String fileName) {}
