package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The door to a user's favourites, which are nobody else's business: a reader may have them too.
 */
@Stateless
public class Favourites {

    @Inject private ArtifactRows rows;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Makes the artifact a favourite of the caller, if it is none yet. */
    public void add(Caller caller, ArtifactId id) {
        rows.workspaceOf(caller, id);
        execute(
                """
                insert into favourite (user_id, artifact_id) values (:user, :artifact)
                on conflict do nothing
                """,
                caller,
                id);
    }

    /** Lets it be none. */
    public void remove(Caller caller, ArtifactId id) {
        rows.workspaceOf(caller, id);
        execute(
                "delete from favourite where user_id = :user and artifact_id = :artifact",
                caller,
                id);
    }

    private void execute(String sql, Caller caller, ArtifactId id) {
        entities.createNativeQuery(sql)
                .setParameter("user", caller.user().value())
                .setParameter("artifact", id.value())
                .executeUpdate();
    }
}
