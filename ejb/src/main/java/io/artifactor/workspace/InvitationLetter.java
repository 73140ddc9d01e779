package io.artifactor.workspace;

import java.util.Optional;

/**
 * What an invitation says to whom it is for.
 *
 * @param name what they are called, or empty
 * @param inviter what they are called who invite
 * @param secret by which the reader makes it theirs, where it was sent to an address alone
 */
public record InvitationLetter(
        String address,
        String name,
        String inviter,
        String workspace,
        WorkspaceRole role,
        Optional<String> secret) {

    @Override
    public String toString() {
        return "InvitationLetter[" + workspace + "]";
    }
}
