package io.artifactor.artifact;

import io.artifactor.group.GroupChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Follows groups: who joins one reads what is granted to it, and what is over is granted nothing.
 */
@ApplicationScoped
class GroupGrants {

    @Inject private Reaches reaches;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    void follow(@Observes GroupChanged event) {
        if (event.isOver()) {
            entities.createNativeQuery(
                            "delete from artifact_grant"
                                    + " where grantee_kind = 'group' and grantee_id = :id")
                    .setParameter("id", event.group().value())
                    .executeUpdate();
        }
        reaches.changed();
    }
}
