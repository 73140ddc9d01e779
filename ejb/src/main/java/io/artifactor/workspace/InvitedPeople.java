package io.artifactor.workspace;

import io.artifactor.identity.LinkKey;
import io.artifactor.identity.LinkKeys;
import io.artifactor.identity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Makes what is sent to the invited. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InvitedPeople {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private LinkKeys keys;

    /**
     * What to send, unless the invitation is no more or its user has no address. A secret is made
     * anew each time; one sent before opens nothing then.
     */
    public Optional<InvitationLetter> letter(UUID id) {
        Invitation invitation = entities.find(Invitation.class, id);
        if (invitation == null || !invitation.isOpenAt(WorkspaceRows.now())) {
            return Optional.empty();
        }
        return invitation.user().isPresent()
                ? toUser(invitation)
                : Optional.of(toAddress(invitation));
    }

    private Optional<InvitationLetter> toUser(Invitation invitation) {
        User user = entities.find(User.class, invitation.user().orElseThrow().value());
        return user.email()
                .map(address -> letter(invitation, address, user.displayName(), Optional.empty()));
    }

    private InvitationLetter toAddress(Invitation invitation) {
        LinkKey key = keys.nextInvitation();
        invitation.openBy(key.hash());
        return letter(invitation, invitation.email().orElseThrow(), "", Optional.of(key.text()));
    }

    private InvitationLetter letter(
            Invitation invitation, String address, String name, Optional<String> secret) {
        User inviter = entities.find(User.class, invitation.invitedBy().value());
        Workspace workspace = entities.find(Workspace.class, invitation.workspace().value());
        return new InvitationLetter(
                address, name, inviter.displayName(), workspace.name(), invitation.role(), secret);
    }
}
