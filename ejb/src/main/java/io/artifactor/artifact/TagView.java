package io.artifactor.artifact;

/**
 * A tag among the others of a workspace.
 *
 * @param artifacts how many artifacts have it
 */
public record TagView(Tag tag, long artifacts) {}
