package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Does something to some artifacts in one transaction and a fixed number of statements. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkStep {

    @Inject private ArtifactRows rows;
    @Inject private Workspaces workspaces;
    @Inject private Outbox outbox;
    @Inject private TagRows tags;
    @Inject private WorkspaceLocks locks;
    @Inject private Removals removals;
    @Inject private Relocation relocation;
    @Inject private Readership readership;

    @Resource private SessionContext context;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** What became of each, in the order asked for. */
    public List<BulkItem> apply(Caller caller, List<UUID> ids, BulkAction action) {
        Map<UUID, Artifact> found = rows.lockAll(caller, ids, action.inTrash());
        Set<WorkspaceId> editable = workspaces.editableBy(caller);
        boolean removing = action.event().equals(ArtifactLibrary.DELETED);
        Map<UUID, Problem> kept = removing ? removals.refusals(caller, found.keySet()) : Map.of();
        List<BulkItem> items = new ArrayList<>();
        List<UUID> done = new ArrayList<>();
        for (UUID id : ids) {
            Artifact artifact = found.get(id);
            BulkItem item =
                    artifact == null
                            ? BulkItem.notFound(id)
                            : one(caller, artifact, editable, kept, action);
            items.add(item);
            if (item.outcome() == BulkItem.Outcome.DONE) {
                done.add(id);
            }
        }
        entities.flush();
        outbox.appendAll(action.event(), done, caller.user().value());
        if (removing) {
            removals.note(caller, done);
        }
        outbox.appendAll(ArtifactLibrary.CHANGED, done);
        requireThatItStays();
        return items;
    }

    /** What became of each, in the order asked for; others of its tags an artifact keeps. */
    public List<BulkItem> tag(Caller caller, List<UUID> ids, TagChange change) {
        tags.workspacesOf(ids).forEach(locks::useTags);
        Map<UUID, Set<String>> before = tags.keysOf(ids);
        Map<WorkspaceId, List<UUID>> changed = new HashMap<>();
        Instant now = ArtifactLibrary.now();
        BulkAction action =
                BulkAction.describing(artifact -> {
                    UUID id = artifact.id().value();
                    if (change.changes(before.getOrDefault(id, Set.of()))) {
                        artifact.move(artifact.workspace(), artifact.place(), true, now);
                        changed.computeIfAbsent(artifact.workspace(), none -> new ArrayList<>())
                                .add(id);
                    }
                });
        List<BulkItem> items = apply(caller, ids, action);
        changed.forEach((workspace, artifacts) -> {
            tags.takeFrom(workspace, artifacts, change.removed());
            tags.giveTo(workspace, artifacts, change.added());
        });
        return items;
    }

    /**
     * What became of each, in the order asked for, on the way into a workspace the caller may edit.
     *
     * @param folder of that workspace; an empty text for the top
     */
    public List<BulkItem> relocate(Caller caller, List<UUID> ids, WorkspaceId to, String folder) {
        workspaces.requireEditor(caller, to);
        relocation.prepare(ids, to);
        Departure departure = relocation.departure(ids, to);
        List<BulkItem> items = apply(caller, ids, BulkAction.describing(departure::add));
        relocation.move(caller, departure, folder);
        return items;
    }

    /**
     * What became of each, in the order asked for; those read that way already stay as they are.
     */
    public List<BulkItem> reveal(Caller caller, List<UUID> ids, Visibility to) {
        List<Artifact> differing = new ArrayList<>();
        BulkAction action =
                BulkAction.describing(artifact -> {
                    if (readership.differs(caller, artifact, to)) {
                        differing.add(artifact);
                    }
                });
        List<BulkItem> items = apply(caller, ids, action);
        readership.change(caller, differing, to, ArtifactLibrary.now());
        return items;
    }

    /** What the container is going to undo must not be told as done. */
    private void requireThatItStays() {
        if (context.getRollbackOnly()) {
            throw new IllegalStateException("One that was refused would undo what was done");
        }
    }

    private BulkItem one(
            Caller caller,
            Artifact artifact,
            Set<WorkspaceId> editable,
            Map<UUID, Problem> kept,
            BulkAction action) {
        UUID id = artifact.id().value();
        if (!editable.contains(artifact.workspace())) {
            return BulkItem.refused(
                    id,
                    new Problem(
                            ProblemCode.FORBIDDEN,
                            "A viewer of this workspace cannot change its content."));
        }
        Problem hold = kept.get(id);
        if (hold != null) {
            return BulkItem.refused(id, hold);
        }
        try {
            rows.requireMember(caller, artifact);
            action.change().accept(artifact);
            return BulkItem.done(id);
        } catch (Problem problem) {
            return BulkItem.refused(id, problem);
        }
    }
}
