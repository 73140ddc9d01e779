package io.artifactor.workspace;

import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The door to workspaces: where a caller's things go, and what a caller may reach. Membership alone
 * gives access; a global role gives none to content.
 */
@Stateless
public class Workspaces {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KnownMemberships known;

    /** The caller's own workspace, where everything goes that names no other. */
    public WorkspaceId personalOf(Caller caller) {
        return known.personalOf(caller.user(), this::findPersonal)
                .orElseThrow(
                        () -> Problem.notFound("personal workspace of the user", caller.user()));
    }

    private Optional<WorkspaceId> findPersonal(UserId user) {
        List<UUID> found =
                entities.createQuery(
                                """
                                select w.id from Workspace w
                                where w.ownerId = :user and w.personal = true
                                """,
                                UUID.class)
                        .setParameter("user", user.value())
                        .getResultList();
        return found.stream().findFirst().map(WorkspaceId::new);
    }

    /**
     * Every workspace whose content the caller may read. Remembered for seconds: nearly every
     * request asks. Whether somebody may change something is never remembered.
     */
    public Set<WorkspaceId> readableBy(Caller caller) {
        return known.readableBy(caller.user(), this::findReadable);
    }

    private Set<WorkspaceId> findReadable(UserId user) {
        return entities
                .createQuery(
                        "select m.key.workspaceId from Membership m where m.key.userId = :user",
                        UUID.class)
                .setParameter("user", user.value())
                // A stream nobody closes keeps its connection, and searches have no transaction
                // whose end would give it back.
                .getResultList()
                .stream()
                .map(WorkspaceId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every workspace whose content the caller may change. */
    public Set<WorkspaceId> editableBy(Caller caller) {
        return entities.createQuery(
                        "select m from Membership m where m.key.userId = :user", Membership.class)
                .setParameter("user", caller.user().value())
                .getResultStream()
                .filter(membership -> membership.may(Permission.EDIT))
                .map(Membership::workspace)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the caller is in the workspace; empty for a stranger and for an unknown workspace. */
    public Optional<WorkspaceRole> roleOf(Caller caller, WorkspaceId workspace) {
        return find(caller, workspace).map(Membership::role);
    }

    private Optional<Membership> find(Caller caller, WorkspaceId workspace) {
        return find(caller.user(), workspace);
    }

    private Optional<Membership> find(UserId user, WorkspaceId workspace) {
        return Optional.ofNullable(
                entities.find(
                        Membership.class, new Membership.Key(workspace.value(), user.value())));
    }

    /** Whether the caller may do so in the workspace. */
    public boolean may(Caller caller, Permission permission, WorkspaceId workspace) {
        return find(caller, workspace).filter(member -> member.may(permission)).isPresent();
    }

    /**
     * Refuses a caller who may not: as not found to a stranger, who may not even know of the
     * workspace, as forbidden to a member.
     */
    public void require(Caller caller, Permission permission, WorkspaceId workspace) {
        require(caller.user(), permission, workspace);
    }

    private void require(UserId user, Permission permission, WorkspaceId workspace) {
        find(user, workspace)
                .orElseThrow(() -> Problem.notFound("workspace", workspace))
                .require(permission);
    }

    /** Refuses a caller who may not change content here. */
    public void requireEditor(Caller caller, WorkspaceId workspace) {
        require(caller, Permission.EDIT, workspace);
    }

    /** Refuses to change content here for somebody who is not here to be asked. */
    public void requireEditor(UserId user, WorkspaceId workspace) {
        require(user, Permission.EDIT, workspace);
    }

    /** The one named, or else the caller's own; refused if they may not change its content. */
    public WorkspaceId toWrite(Caller caller, Optional<WorkspaceId> named) {
        WorkspaceId chosen = named.orElseGet(() -> personalOf(caller));
        requireEditor(caller, chosen);
        return chosen;
    }
}
