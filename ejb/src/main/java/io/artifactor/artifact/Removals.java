package io.artifactor.artifact;

import io.artifactor.hold.HeldThings;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How artifacts get into the trash: not while they are held, and not without a line in the log.
 * Takes part in the transaction of the door that asks.
 */
@ApplicationScoped
class Removals {

    private static final String DELETED = "artifact-deleted";

    @Inject private ArtifactRows rows;
    @Inject private HeldThings held;
    @Inject private TrashSettings trash;
    @Inject private Outbox outbox;
    @Inject private AuditLog audit;

    /** Puts one into the trash, if the caller may. */
    void delete(Caller caller, ArtifactId id, ExpectedRevision expected) {
        Artifact artifact = rows.writable(caller, id);
        held.refuseAny(caller, List.of(id.value()));
        rows.requireRevision(caller, artifact, expected);
        artifact.lieInTrash(Optional.of(trash.deletion(caller, ArtifactLibrary.now())));
        audit.append(AuditEvent.by(caller, DELETED, "artifact:" + id));
        outbox.append(ArtifactLibrary.DELETED, id.value(), caller.user().value());
        outbox.append(ArtifactLibrary.CHANGED, id.value());
    }

    /** Why some of the artifacts, whose rows the transaction holds, may not be removed. */
    Map<UUID, Problem> refusals(Caller caller, Collection<UUID> ids) {
        return held.among(caller, ids);
    }

    /** Notes that the caller put these into the trash. */
    void note(Caller caller, Collection<UUID> ids) {
        audit.appendAll(caller, DELETED, "artifact", ids);
    }
}
