package io.artifactor.artifact;

import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;

/**
 * Removes artifacts for a feature that has found out that it may; has no permission check of its
 * own. The transaction holds their rows, and knows that none of them is under a legal hold.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ArtifactRemoval {

    @Inject private ArtifactPurge purge;
    @Inject private TrashSettings trash;
    @Inject private Outbox outbox;
    @Inject private AuditLog audit;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Puts them into the trash. */
    public void trash(Caller caller, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Deletion deletion = trash.deletion(caller, ArtifactLibrary.now());
        entities.createNativeQuery(
                        """
                        update artifact set deleted_at = :at, deleted_by = :by, purge_at = :until,
                            revision = revision + 1
                        where id = any(cast(:ids as uuid[])) and deleted_at is null
                        """)
                .setParameter("at", deletion.at())
                .setParameter("by", deletion.by().value())
                .setParameter("until", deletion.until())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
        audit.appendAll(caller, "artifact-deleted", "artifact", ids);
        outbox.appendAll(ArtifactLibrary.DELETED, ids, caller.user().value());
        outbox.appendAll(ArtifactLibrary.CHANGED, ids);
    }

    /** Removes them for good, with their versions. */
    public void purge(Caller caller, Collection<UUID> ids) {
        audit.appendAll(caller, "artifact-purged", "artifact", ids);
        purge.purge(ids);
    }
}
