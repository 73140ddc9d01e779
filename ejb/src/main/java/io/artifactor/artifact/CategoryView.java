package io.artifactor.artifact;

/**
 * A category among the others of a workspace.
 *
 * @param artifacts how many of the workspace's artifacts are of it
 */
public record CategoryView(Category category, long artifacts) {}
