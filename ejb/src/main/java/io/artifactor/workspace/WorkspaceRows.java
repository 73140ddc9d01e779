package io.artifactor.workspace;

import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The rows of workspaces, memberships and invitations, inside the transaction of the door that
 * asks.
 */
@ApplicationScoped
class WorkspaceRows {

    /** Beside the locks on folders, categories and tags, which are 1 to 3. */
    private static final long MEMBERS_LOCK = 4;

    /** The set of somebody's workspaces is part of each of their queries. */
    private static final int MOST_OF_ONE_USER = 1_000;

    private static final String VIEW =
            """
            select w, m.role,
                (select count(x) from Membership x where x.key.workspaceId = w.id)
            from Membership m join Workspace w on w.id = m.key.workspaceId
            where m.key.userId = :user
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KnownMemberships known;

    /** As precise as the database keeps it, so that what is answered now is what is read later. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    List<WorkspaceView> views(UserId user) {
        return entities.createQuery(
                        VIEW + " order by w.personal desc, lower(w.name), w.id", Object[].class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(WorkspaceRows::view)
                .toList();
    }

    WorkspaceView view(UserId user, WorkspaceId id) {
        return entities.createQuery(VIEW + " and w.id = :id", Object[].class)
                .setParameter("user", user.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(WorkspaceRows::view)
                .orElseThrow(() -> missing(id));
    }

    private static WorkspaceView view(Object[] row) {
        return new WorkspaceView(
                (Workspace) row[0], WorkspaceRole.of((String) row[1]), (Long) row[2]);
    }

    Workspace get(WorkspaceId id) {
        return Optional.ofNullable(entities.find(Workspace.class, id.value()))
                .orElseThrow(() -> missing(id));
    }

    /** One that others can be in. */
    Workspace getShared(WorkspaceId id) {
        Workspace workspace = get(id);
        if (workspace.isPersonal()) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A personal workspace has its user as the only member, and stays.");
        }
        return workspace;
    }

    /**
     * The caller's membership, with nobody else changing who is a member until the transaction
     * ends. An advisory lock, because one on the row would hold up everyone who refers to it.
     */
    Membership hold(Caller caller, Permission permission, WorkspaceId id) {
        hold(id);
        Membership own = find(id, caller.user()).orElseThrow(() -> missing(id));
        own.require(permission);
        return own;
    }

    void hold(WorkspaceId id) {
        entities.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock("
                                + "hashtextextended(:workspace, :what))) as held",
                        Integer.class)
                .setParameter("workspace", id.toString())
                .setParameter("what", MEMBERS_LOCK)
                .getSingleResult();
    }

    Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(
                entities.find(
                        Membership.class, new Membership.Key(workspace.value(), user.value())));
    }

    void add(Membership membership) {
        long places =
                entities.createQuery(
                                "select count(m) from Membership m where m.key.userId = :user",
                                Long.class)
                        .setParameter("user", membership.user().value())
                        .getSingleResult();
        if (places >= MOST_OF_ONE_USER) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A user is in at most %,d workspaces, and this one is."
                            .formatted(MOST_OF_ONE_USER));
        }
        entities.persist(membership);
        known.changed(membership.user());
    }

    void remove(Membership membership) {
        entities.remove(membership);
        withdrawInvitationsBy(membership);
        known.changed(membership.user());
    }

    /** Who may not invite any more does not leave invitations behind. */
    void withdrawInvitationsBy(Membership membership) {
        entities.createQuery(
                        """
                        delete from Invitation i
                        where i.workspaceId = :workspace and i.invitedBy = :user
                        """)
                .setParameter("workspace", membership.workspace().value())
                .setParameter("user", membership.user().value())
                .executeUpdate();
    }

    /** Refuses to take an owner away if nobody is left who can sign in and own. */
    void requireAnotherOwner(Membership owner) {
        long others =
                entities.createQuery(
                                """
                                select count(m) from Membership m join User u on u.id = m.key.userId
                                where m.key.workspaceId = :workspace and m.key.userId <> :user
                                    and m.role = :role and u.active = true
                                """,
                                Long.class)
                        .setParameter("workspace", owner.workspace().value())
                        .setParameter("user", owner.user().value())
                        .setParameter("role", WorkspaceRole.OWNER.id())
                        .getSingleResult();
        if (others == 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "This is the last owner of the workspace; appoint another one first.");
        }
    }

    static Problem missing(WorkspaceId id) {
        return Problem.notFound("workspace", id);
    }
}
