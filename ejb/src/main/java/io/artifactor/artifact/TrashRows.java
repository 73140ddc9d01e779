package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;

/** Finds what lies in the trash for a caller, and is not about to be purged. */
@ApplicationScoped
class TrashRows {

    @Inject private Reaches reaches;
    @Inject private Workspaces workspaces;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    Artifact readable(Caller caller, ArtifactId id) {
        return find(caller, id, LockModeType.NONE);
    }

    /** The artifact, kept from everyone else who wants to write it until the transaction ends. */
    Artifact writable(Caller caller, ArtifactId id) {
        Artifact artifact = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        workspaces.requireEditor(caller, artifact.workspace());
        return artifact;
    }

    private Artifact find(Caller caller, ArtifactId id, LockModeType lock) {
        TypedQuery<Artifact> query =
                entities.createQuery(
                                "select a from Artifact a where a.id = :id and a.purgeAt > :now"
                                        + " and "
                                        + Reach.conditionInTrash(),
                                Artifact.class)
                        .setParameter("id", id.value())
                        .setParameter("now", Instant.now())
                        .setLockMode(lock);
        return reaches.of(caller)
                .bindInTrash(query)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("artifact in the trash", id));
    }
}
