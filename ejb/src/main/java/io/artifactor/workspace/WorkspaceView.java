package io.artifactor.workspace;

/**
 * A workspace as one of its members sees it.
 *
 * @param role what the reader is there
 * @param members how many there are
 */
public record WorkspaceView(Workspace workspace, WorkspaceRole role, long members) {}
