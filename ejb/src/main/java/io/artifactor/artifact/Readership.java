package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/**
 * Changes who reads an artifact without a grant. Takes part in the transaction of the door that
 * asks, which holds the artifact's row.
 */
@ApplicationScoped
class Readership {

    @Inject private Reaches reaches;
    @Inject private AuditLog audit;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Lets others read the artifact, if the caller decides about it; says whether that differs. */
    boolean change(Caller caller, Artifact artifact, Visibility to, Instant at) {
        Visibility from = artifact.place().visibility();
        if (to == from) {
            return false;
        }
        reaches.requireDecider(caller, artifact);
        yieldPlace(artifact, to, ReadingScope.of(to, artifact.workspace(), artifact.owner()));
        artifact.move(artifact.workspace(), artifact.place().readBy(to), false, at);
        reaches.changed();
        audit.append(
                AuditEvent.by(caller, "artifact-visibility-changed", "artifact:" + artifact.id())
                        .with("from", from.id())
                        .with("to", to.id()));
        return true;
    }

    /**
     * What another imported, while this one was private, from the same place in the same export,
     * keeps that place.
     *
     * @param scope the one it is about to have
     */
    void yieldPlace(Artifact artifact, Visibility visibility, UUID scope) {
        entities.createNativeQuery(
                        """
                        update artifact a set source_key = null
                        where a.id = :id and a.source_key is not null and exists (
                            select from artifact o
                            where o.id <> a.id and o.source_key = a.source_key
                                and o.workspace_id = a.workspace_id
                                and case when :visibility = 'private'
                                    then o.visibility = 'private' and o.reading_scope = :scope
                                    else o.visibility <> 'private' end)
                        """)
                .setParameter("id", artifact.id().value())
                .setParameter("visibility", visibility.id())
                .setParameter("scope", scope)
                .executeUpdate();
    }
}
