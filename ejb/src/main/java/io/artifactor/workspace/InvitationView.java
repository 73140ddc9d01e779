package io.artifactor.workspace;

/**
 * An invitation, with the names of those it concerns.
 *
 * @param workspace the name of the workspace
 * @param username whom it is for
 * @param inviter the user name of who made it
 */
public record InvitationView(
        Invitation invitation, String workspace, String username, String inviter) {}
