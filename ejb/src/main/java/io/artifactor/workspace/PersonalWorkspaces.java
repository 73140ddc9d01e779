package io.artifactor.workspace;

import io.artifactor.identity.UserCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Gives every new user their personal workspace, in the transaction that creates the user: neither
 * exists without the other.
 */
@ApplicationScoped
class PersonalWorkspaces {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KnownMemberships known;

    void create(@Observes UserCreated event) {
        Workspace workspace = Workspace.personalOf(event.user(), event.username(), event.at());
        entities.persist(workspace);
        entities.flush();
        entities.persist(
                new Membership(workspace.id(), event.user(), WorkspaceRole.OWNER, event.at()));
        known.changed(event.user());
    }
}
