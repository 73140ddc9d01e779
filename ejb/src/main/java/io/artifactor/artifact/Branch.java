package io.artifactor.artifact;

/**
 * A named line of versions of one artifact.
 *
 * @param current whether its newest version is the artifact's current one
 * @param versions how many there are on it
 */
public record Branch(String name, boolean current, long versions, ArtifactVersion head) {}
