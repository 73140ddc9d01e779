package io.artifactor.workspace;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.LinkKeys;
import io.artifactor.identity.Mailer;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to invitations: made by those who run a workspace, answered by whom they are for. */
@Stateless
public class Invitations {

    /** The event in the outbox after which the invited could be told. */
    public static final String INVITED = "workspace.invited";

    private static final int MOST = 1_000;

    private static final String VIEW =
            """
            select i, w.name, u.username, b.username from Invitation i
            join Workspace w on w.id = i.workspaceId
            left join User u on u.id = i.userId
            join User b on b.id = i.invitedBy
            where i.expiresAt > :now and
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Workspaces workspaces;
    @Inject private WorkspaceRows rows;
    @Inject private AuditLog audit;
    @Inject private Outbox outbox;
    @Inject private Mailer mailer;
    @Inject private LinkKeys keys;

    /** Invites somebody; an invitation they had before is no more. */
    public InvitationView invite(
            Caller caller, WorkspaceId id, Invitee invitee, WorkspaceRole role) {
        Membership own = rows.hold(caller, Permission.MANAGE, id);
        if (role == WorkspaceRole.OWNER) {
            own.require(Permission.OWN);
        }
        rows.getShared(id);
        Invitation invitation =
                switch (invitee) {
                    case Invitee.Name(String username) -> {
                        User user = invitable(id, username);
                        removeEarlier(id, user.id());
                        yield new Invitation(
                                id, user.id(), role, caller.user(), WorkspaceRows.now());
                    }
                    case Invitee.Address(String email) -> {
                        requireMail();
                        removeEarlier(id, email);
                        yield new Invitation(id, email, role, caller.user(), WorkspaceRows.now());
                    }
                };
        refuseTooMany(id);
        entities.persist(invitation);
        entities.flush();
        audit.append(event(caller, "invitation-created", invitation));
        outbox.append(INVITED, invitation.id().value(), caller.user().value());
        return one(views("i.id = :id").setParameter("id", invitation.id().value()))
                .orElseThrow(() -> missing(invitation.id()));
    }

    /** The open invitations into a workspace, the newest first. */
    public List<InvitationView> into(Caller caller, WorkspaceId id) {
        workspaces.require(caller, Permission.MANAGE, id);
        return all(
                views("i.workspaceId = :workspace order by i.createdAt desc, i.id")
                        .setParameter("workspace", id.value()));
    }

    /** The open invitations of the caller, the newest first. */
    public List<InvitationView> mine(Caller caller) {
        return all(
                views("i.userId = :user order by i.createdAt desc, i.id")
                        .setParameter("user", caller.user().value()));
    }

    /** Makes the invitation of a link sent by mail the caller's, who may answer it then. */
    public InvitationView redeem(Caller caller, String secret) {
        String hash = keys.hashOfInvitation(secret).orElseThrow(Invitations::spent);
        Invitation found = sent(hash);
        rows.hold(found.workspace());
        // It may have been withdrawn, or spent by somebody else, until the lock was ours.
        entities.detach(found);
        Invitation invitation = sent(hash);
        if (rows.find(invitation.workspace(), caller.user()).isPresent()) {
            throw alreadyMember("You are");
        }
        removeEarlier(invitation.workspace(), caller.user());
        invitation.belongTo(caller.user());
        entities.flush();
        audit.append(event(caller, "invitation-redeemed", invitation));
        return one(views("i.id = :id").setParameter("id", invitation.id().value()))
                .orElseThrow(Invitations::spent);
    }

    private Invitation sent(String hash) {
        return entities.createQuery(
                        """
                        select i from Invitation i
                        where i.tokenHash = :hash and i.expiresAt > :now
                        """,
                        Invitation.class)
                .setParameter("hash", hash)
                .setParameter("now", WorkspaceRows.now())
                .getResultStream()
                .findFirst()
                .orElseThrow(Invitations::spent);
    }

    private static Problem spent() {
        return Problem.invalid("token", "is not valid any more; ask for another invitation.");
    }

    /** Makes the caller a member of the workspace they were invited into. */
    public WorkspaceView accept(Caller caller, InvitationId id) {
        Invitation invitation = held(caller, id);
        Workspace workspace = rows.getShared(invitation.workspace());
        Instant now = WorkspaceRows.now();
        rows.add(invitation.accepted(now));
        entities.remove(invitation);
        workspace.regroup(now);
        entities.flush();
        audit.append(event(caller, "invitation-accepted", invitation));
        return rows.view(caller.user(), workspace.id());
    }

    public void decline(Caller caller, InvitationId id) {
        Invitation invitation = held(caller, id);
        entities.remove(invitation);
        audit.append(event(caller, "invitation-declined", invitation));
    }

    /** Takes back an invitation into the workspace. */
    public void withdraw(Caller caller, WorkspaceId workspace, InvitationId id) {
        rows.hold(caller, Permission.MANAGE, workspace);
        Invitation invitation =
                find(id).filter(it -> it.workspace().equals(workspace))
                        .orElseThrow(() -> missing(id));
        entities.remove(invitation);
        audit.append(event(caller, "invitation-withdrawn", invitation));
    }

    /** The caller's invitation, with nobody else changing who is a member. */
    private Invitation held(Caller caller, InvitationId id) {
        Invitation invitation = open(caller, id);
        rows.hold(invitation.workspace());
        // It may have been withdrawn, or accepted a second time, until the lock was ours.
        entities.detach(invitation);
        return open(caller, id);
    }

    private Invitation open(Caller caller, InvitationId id) {
        return find(id).filter(it -> it.user().equals(Optional.of(caller.user())))
                .filter(it -> it.isOpenAt(WorkspaceRows.now()))
                .orElseThrow(() -> missing(id));
    }

    private Optional<Invitation> find(InvitationId id) {
        return Optional.ofNullable(entities.find(Invitation.class, id.value()));
    }

    private User invitable(WorkspaceId id, String username) {
        User user =
                entities.createQuery(
                                """
                                select u from User u
                                where lower(u.username) = :name and u.active = true
                                """,
                                User.class)
                        .setParameter(
                                "name", WorkspaceTexts.username(username).toLowerCase(Locale.ROOT))
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalid("username", "is not that of an active user."));
        if (rows.find(id, user.id()).isPresent()) {
            throw alreadyMember("This user is");
        }
        return user;
    }

    private static Problem alreadyMember(String who) {
        return new Problem(ProblemCode.CONFLICT, who + " a member already.");
    }

    private void requireMail() {
        if (!mailer.isReady()) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "No mail can be sent from here; invite a user by name.");
        }
    }

    private void removeEarlier(WorkspaceId id, UserId user) {
        removeEarlier(id, "i.userId = :same", user.value());
    }

    private void removeEarlier(WorkspaceId id, String email) {
        removeEarlier(
                id, "i.userId is null and lower(i.email) = :same", email.toLowerCase(Locale.ROOT));
    }

    private void removeEarlier(WorkspaceId id, String condition, Object same) {
        entities.createQuery(
                        "delete from Invitation i where i.workspaceId = :workspace and ("
                                + condition
                                + " or i.expiresAt <= :now)")
                .setParameter("workspace", id.value())
                .setParameter("same", same)
                .setParameter("now", WorkspaceRows.now())
                .executeUpdate();
    }

    private void refuseTooMany(WorkspaceId id) {
        long open =
                entities.createQuery(
                                "select count(i) from Invitation i where i.workspaceId = :id",
                                Long.class)
                        .setParameter("id", id.value())
                        .getSingleResult();
        if (open >= MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A workspace has at most %,d open invitations, and this one has them."
                            .formatted(MOST));
        }
    }

    private TypedQuery<Object[]> views(String condition) {
        return entities.createQuery(VIEW + condition, Object[].class)
                .setParameter("now", WorkspaceRows.now());
    }

    private static List<InvitationView> all(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row ->
                        new InvitationView(
                                (Invitation) row[0],
                                (String) row[1],
                                (@Nullable String) row[2],
                                (String) row[3]))
                .toList();
    }

    private static Optional<InvitationView> one(TypedQuery<Object[]> query) {
        return all(query).stream().findFirst();
    }

    private static AuditEvent event(Caller caller, String action, Invitation invitation) {
        return AuditEvent.by(caller, action, WorkspaceRegister.subject(invitation.workspace()))
                .with("user", invitation.user().map(UserId::toString).orElse("by mail"))
                .with("role", invitation.role().id());
    }

    private static Problem missing(InvitationId id) {
        return Problem.notFound("open invitation", id);
    }
}
