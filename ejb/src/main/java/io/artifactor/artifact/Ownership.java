package io.artifactor.artifact;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.quota.Booking;
import io.artifactor.quota.Holder;
import io.artifactor.quota.StorageUse;
import io.artifactor.workspace.Permission;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * The door to whose an artifact is. Being the owner gives no permission that the workspace does not
 * give, but to hand it on.
 */
@Stateless
public class Ownership {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ArtifactRows rows;
    @Inject private Reaches reaches;
    @Inject private Readership readership;
    @Inject private Workspaces workspaces;
    @Inject private AuditLog audit;
    @Inject private Outbox outbox;
    @Inject private KeptBytes sizes;
    @Inject private StorageUse use;

    /**
     * Makes a member of the artifact's workspace its owner. Its owner may, and an admin there.
     *
     * @param expected the revisions the caller has seen
     */
    public ArtifactView hand(Caller caller, ArtifactId id, ExpectedRevision expected, UserId heir) {
        Artifact artifact = rows.writable(caller, id);
        UserId before = artifact.owner();
        if (!before.equals(caller.user())) {
            workspaces.require(caller, Permission.MANAGE, artifact.workspace());
        }
        rows.requireRevision(caller, artifact, expected);
        if (heir.equals(before)) {
            return rows.view(caller, id);
        }
        requireMember(artifact, heir);
        Instant now = ArtifactLibrary.now();
        if (artifact.place().visibility() == Visibility.PRIVATE) {
            readership.yieldPlace(artifact, heir);
        }
        artifact.belongTo(heir, now);
        entities.flush();
        reaches.changed(artifact);
        audit.append(
                AuditEvent.by(caller, "artifact-handed-over", "artifact:" + id)
                        .with("from", before.toString())
                        .with("to", heir.toString()));
        outbox.append(ArtifactLibrary.DESCRIBED, id.value(), caller.user().value());
        outbox.append(ArtifactLibrary.CHANGED, id.value());
        long bytes = sizes.of(id);
        use.book(new Booking().add(Holder.of(before), -bytes).add(Holder.of(heir), bytes));
        return rows.changed(caller, artifact);
    }

    private void requireMember(Artifact artifact, UserId user) {
        long found =
                entities.createQuery(
                                """
                                select count(m) from Membership m join User u on u.id = m.key.userId
                                where m.key.workspaceId = :workspace and u.id = :user
                                    and u.active = true
                                """,
                                Long.class)
                        .setParameter("workspace", artifact.workspace().value())
                        .setParameter("user", user.value())
                        .getSingleResult();
        if (found == 0) {
            throw Problem.invalid("userId", "is no active member of the artifact's workspace.");
        }
    }
}
