package io.artifactor.artifact;

/**
 * A folder in its tree.
 *
 * @param path the names from the top down, with slashes between
 * @param artifacts how many lie in it
 * @param allArtifacts how many lie in it or below
 */
public record FolderView(Folder folder, String path, long artifacts, long allArtifacts) {}
