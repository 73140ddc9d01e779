package io.artifactor.artifact;

import io.artifactor.hold.HeldThings;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to deleted artifacts: they can be looked at and brought back as they were until the
 * trash lets go of them, by time or because somebody says so. What the trash has let go of is not
 * there any more, even while its rows still wait for the sweep.
 */
@Stateless
public class Trash {

    private static final String LIST = "trash";
    private static final String LYING = Reach.conditionInTrash() + " and a.purgeAt > :now";

    @Inject private ArtifactRows rows;
    @Inject private TrashRows lying;
    @Inject private Reaches reaches;
    @Inject private Workspaces workspaces;
    @Inject private Outbox outbox;
    @Inject private ArtifactPurge purge;
    @Inject private AuditLog audit;
    @Inject private HeldThings held;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** What lies in the trash of the caller's workspaces, the last deleted first. */
    public Page<Artifact> page(Caller caller, PageRequest request) {
        Optional<Cursor> after = request.position(LIST);
        Instant now = ArtifactLibrary.now();
        Reach reach = reaches.of(caller);
        TypedQuery<Artifact> query =
                entities.createQuery(
                                "select a from Artifact a where a.deletedAt is not null and "
                                        + LYING
                                        + (after.isPresent()
                                                ? " and (a.deletedAt, a.id) < (:afterAt, :afterId)"
                                                : "")
                                        + " order by a.deletedAt desc, a.id desc",
                                Artifact.class)
                        .setParameter("now", now)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bindInTrash(query);
        after.ifPresent(cursor ->
                query.setParameter("afterAt", cursor.instant(0))
                        .setParameter("afterId", cursor.uuid(1)));
        Page<Artifact> page =
                Page.of(
                        query.getResultList(),
                        request,
                        LIST,
                        artifact ->
                                Cursor.at(artifact.deletion().orElseThrow().at(), artifact.id()));
        return request.withTotal() ? page.withTotal(count(reach, now)) : page;
    }

    private long count(Reach reach, Instant now) {
        TypedQuery<Long> query =
                entities.createQuery("select count(a) from Artifact a where " + LYING, Long.class)
                        .setParameter("now", now);
        return reach.bindInTrash(query).getSingleResult();
    }

    public Artifact get(Caller caller, ArtifactId id) {
        return lying.readable(caller, id);
    }

    /** Brings the artifact back with everything it had. */
    public ArtifactView restore(Caller caller, ArtifactId id, ExpectedRevision expected) {
        Artifact artifact = lying.writable(caller, id);
        rows.requireRevision(caller, artifact, expected);
        return restored(caller, artifact);
    }

    /**
     * Brings back what was deleted from the workspace and the caller now adds to it again: the same
     * bytes under the same name of a file. Of several the last deleted.
     *
     * @param placement of which the workspace counts, the caller's own if none is named
     */
    public Optional<ArtifactView> bringBack(
            Caller caller, ArtifactDraft draft, Placement placement) {
        WorkspaceId workspace =
                workspaces.toWrite(caller, Optional.ofNullable(placement.workspace()));
        List<Artifact> same =
                entities.createQuery(
                                """
                                select a from Artifact a
                                where a.workspaceId = :workspace and a.sha256 = :sha256
                                    and array_has(:readable, a.readingScope)
                                    and a.fileName = :fileName
                                    and a.deletedAt is not null and a.purgeAt > :now
                                order by a.deletedAt desc, a.id desc
                                """,
                                Artifact.class)
                        .setParameter("workspace", workspace.value())
                        .setParameter("sha256", draft.content().blob().digest().hex())
                        .setParameter("fileName", draft.details().fileName())
                        .setParameter("now", ArtifactLibrary.now())
                        .setParameter("readable", reaches.of(caller).scopes().toArray(UUID[]::new))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setMaxResults(1)
                        .getResultList();
        return same.stream().findFirst().map(artifact -> restored(caller, artifact));
    }

    private ArtifactView restored(Caller caller, Artifact artifact) {
        artifact.lieInTrash(Optional.empty());
        entities.flush();
        UUID id = artifact.id().value();
        outbox.append(ArtifactLibrary.RESTORED, id, caller.user().value());
        outbox.append(ArtifactLibrary.CHANGED, id);
        return rows.view(caller, artifact.id());
    }

    /** Removes the artifact and its versions for good. */
    public void purge(Caller caller, ArtifactId id, ExpectedRevision expected) {
        Artifact artifact = lying.writable(caller, id);
        held.refuseAny(caller, List.of(id.value()));
        rows.requireRevision(caller, artifact, expected);
        audit.append(AuditEvent.by(caller, "artifact-purged", "artifact:" + id));
        purge.purge(List.of(id.value()));
    }

    /**
     * Lets go of all the caller deleted, wherever they may still change things, and of everything
     * in their own workspace, but not of what is held. Takes one statement however much it is; the
     * sweep does the rest.
     *
     * @return how many artifacts are let go of
     */
    public int empty(Caller caller) {
        UUID[] readable = reaches.of(caller).scopes().toArray(UUID[]::new);
        UUID[] editable = WorkspaceId.array(workspaces.editableBy(caller));
        held.settle();
        int count =
                entities.createNativeQuery(
                                """
                                update artifact set purge_at = :now, revision = revision + 1
                                where deleted_at is not null and purge_at > :now
                                    and workspace_id = any(cast(:editable as uuid[]))
                                    and reading_scope = any(cast(:readable as uuid[]))
                                    and (deleted_by = :user or workspace_id = :own)
                                    and NOT_HELD
                                """
                                        .replace("NOT_HELD", ArtifactPurge.NOT_HELD))
                        .setParameter("now", ArtifactLibrary.now())
                        .setParameter("editable", editable)
                        .setParameter("readable", readable)
                        .setParameter("user", caller.user().value())
                        .setParameter("own", workspaces.personalOf(caller).value())
                        .executeUpdate();
        audit.append(
                AuditEvent.by(caller, "trash-emptied", "user:" + caller.user())
                        .with("artifacts", String.valueOf(count)));
        return count;
    }
}
