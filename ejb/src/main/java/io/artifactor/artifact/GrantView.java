package io.artifactor.artifact;

/**
 * A grant, with the name of whom it is given to.
 *
 * @param grantee the user name, or the name of the workspace
 */
public record GrantView(ArtifactGrant grant, String grantee) {}
