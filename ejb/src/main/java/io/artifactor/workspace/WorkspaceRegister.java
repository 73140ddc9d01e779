package io.artifactor.workspace;

import io.artifactor.hold.HeldThings;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.hibernate.exception.ConstraintViolationException;

/** The door to workspaces as such: made, named, archived, deleted. */
@Stateless
public class WorkspaceRegister {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private WorkspaceRows rows;
    @Inject private KnownMemberships known;
    @Inject private AuditLog audit;
    @Inject private HeldThings held;
    @Inject private Event<WorkspaceClosing> closing;

    /** The caller's workspaces, their own first, the others by name. */
    public List<WorkspaceView> list(Caller caller) {
        return rows.views(caller.user());
    }

    public WorkspaceView get(Caller caller, WorkspaceId id) {
        return rows.view(caller.user(), id);
    }

    /** Makes a workspace, with the caller as its only member and owner. */
    public WorkspaceView create(Caller caller, String name, String description) {
        Instant now = WorkspaceRows.now();
        Workspace workspace =
                Workspace.madeBy(
                        caller.user(),
                        WorkspaceTexts.name(name),
                        WorkspaceTexts.description(description),
                        now);
        entities.persist(workspace);
        entities.flush();
        rows.add(new Membership(workspace.id(), caller.user(), WorkspaceRole.OWNER, now));
        audit.append(
                AuditEvent.by(caller, "workspace-created", subject(workspace.id()))
                        .with("name", workspace.name()));
        entities.flush();
        return rows.view(caller.user(), workspace.id());
    }

    /**
     * Changes what is given.
     *
     * @param expected whether the caller has seen a revision
     * @throws Problem {@code PRECONDITION_FAILED} with the workspace as {@code current} if not
     */
    public WorkspaceView change(
            Caller caller, WorkspaceId id, IntPredicate expected, WorkspaceChange change) {
        Membership own = rows.hold(caller, Permission.READ, id);
        if (change.describes()) {
            own.require(Permission.MANAGE);
        }
        if (change.archived() != null) {
            own.require(Permission.OWN);
        }
        Workspace workspace =
                Boolean.TRUE.equals(change.archived()) ? rows.getShared(id) : rows.get(id);
        requireRevision(caller, workspace, expected);
        boolean wasArchived = workspace.isArchived();
        if (workspace.change(change, WorkspaceRows.now())) {
            entities.flush();
            audit.append(
                    AuditEvent.by(caller, action(workspace, wasArchived), subject(id))
                            .with("name", workspace.name()));
        }
        return rows.view(caller.user(), id);
    }

    private static String action(Workspace workspace, boolean wasArchived) {
        if (workspace.isArchived() == wasArchived) {
            return "workspace-changed";
        }
        return wasArchived ? "workspace-unarchived" : "workspace-archived";
    }

    /**
     * Deletes a workspace in which nothing is left, not in its trash either.
     *
     * @throws Problem {@code CONFLICT} if something is left
     */
    public void delete(Caller caller, WorkspaceId id, IntPredicate expected) {
        rows.hold(caller, Permission.OWN, id);
        Workspace workspace = rows.getShared(id);
        requireRevision(caller, workspace, expected);
        held.refuseWorkspace(caller, id.value());
        closing.fire(new WorkspaceClosing(id));
        members(id).forEach(known::changed);
        audit.append(
                AuditEvent.by(caller, "workspace-deleted", subject(id))
                        .with("name", workspace.name()));
        entities.remove(workspace);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            // Somebody put something there after it was looked through.
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Something is left in the workspace, or was put there just now.",
                    e);
        }
    }

    private List<UserId> members(WorkspaceId id) {
        return entities.createQuery(
                        "select m.key.userId from Membership m where m.key.workspaceId = :id",
                        UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(UserId::new)
                .toList();
    }

    private void requireRevision(Caller caller, Workspace workspace, IntPredicate expected) {
        if (!expected.test(workspace.revision())) {
            throw Problem.outdated(
                    "workspace", workspace.revision(), rows.view(caller.user(), workspace.id()));
        }
    }

    static String subject(WorkspaceId id) {
        return "workspace:" + id;
    }
}
