package io.artifactor.artifact;

import org.jspecify.annotations.Nullable;

/** What a version is called and what its content is. */
public record VersionLook(String title, @Nullable String language, String mediaType) {}
