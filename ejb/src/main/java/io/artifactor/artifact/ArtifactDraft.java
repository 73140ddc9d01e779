package io.artifactor.artifact;

/** All that is needed to add an artifact; its content is already in the store. */
public record ArtifactDraft(ArtifactDetails details, ArtifactContent content, Source source) {}
