package io.artifactor.workspace;

import org.jspecify.annotations.Nullable;

/**
 * An invitation, with the names of those it concerns.
 *
 * @param workspace the name of the workspace
 * @param username whom it is for, unless it went to an address and nobody has made it theirs
 * @param inviter the user name of who made it
 */
public record InvitationView(
        Invitation invitation, String workspace, @Nullable String username, String inviter) {}
