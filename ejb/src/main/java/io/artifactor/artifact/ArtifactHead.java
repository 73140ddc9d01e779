package io.artifactor.artifact;

/**
 * The version an artifact shows.
 *
 * @param size of its content, in bytes
 */
public record ArtifactHead(VersionId id, String branch, String sha256, long size) {}
