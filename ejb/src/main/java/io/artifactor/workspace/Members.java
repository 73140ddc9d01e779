package io.artifactor.workspace;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;

/**
 * The door to the members of a workspace. Changes of one workspace's members follow one another, so
 * that two owners cannot leave at the same time and nobody is left.
 */
@Stateless
public class Members {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Workspaces workspaces;
    @Inject private WorkspaceRows rows;
    @Inject private KnownMemberships known;
    @Inject private AuditLog audit;

    /** Who is in the workspace, in the order of their names. */
    public Page<Member> page(Caller caller, WorkspaceId id, PageRequest request) {
        workspaces.require(caller, Permission.READ, id);
        String list = "members of " + id;
        String after = request.position(list).map(cursor -> cursor.text(0)).orElse("");
        List<Member> found =
                entities.createQuery(
                                """
                                select u.username, u.displayName, m from Membership m
                                join User u on u.id = m.key.userId
                                where m.key.workspaceId = :workspace and lower(u.username) > :after
                                order by lower(u.username)
                                """,
                                Object[].class)
                        .setParameter("workspace", id.value())
                        .setParameter("after", after)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows())
                        .getResultStream()
                        .map(row -> member((String) row[0], (String) row[1], (Membership) row[2]))
                        .toList();
        Page<Member> page =
                Page.of(
                        found,
                        request,
                        list,
                        member -> Cursor.at(member.username().toLowerCase(Locale.ROOT)));
        return request.withTotal() ? page.withTotal(rows.view(caller.user(), id).members()) : page;
    }

    /** Not of a whole user: a role more would be a statement more for each. */
    private static Member member(String username, String displayName, Membership membership) {
        return new Member(
                membership.user(), username, displayName, membership.role(), membership.since());
    }

    /** Gives a member another role. What concerns owners, only an owner does. */
    public Member changeRole(Caller caller, WorkspaceId id, UserId user, WorkspaceRole role) {
        Membership own = rows.hold(caller, Permission.MANAGE, id);
        Workspace workspace = rows.getShared(id);
        Membership member = get(id, user);
        WorkspaceRole before = member.role();
        if (role != before) {
            if (role == WorkspaceRole.OWNER || before == WorkspaceRole.OWNER) {
                own.require(Permission.OWN);
            }
            if (before == WorkspaceRole.OWNER) {
                rows.requireAnotherOwner(member);
            }
            member.become(role);
            if (!member.may(Permission.MANAGE)) {
                rows.withdrawInvitationsBy(member);
            }
            workspace.regroup(WorkspaceRows.now());
            known.changed(user);
            audit.append(
                    event(caller, "member-role-changed", member)
                            .with("from", before.id())
                            .with("role", role.id()));
        }
        User changed = entities.getReference(User.class, user.value());
        return member(changed.username(), changed.displayName(), member);
    }

    /** Makes a member an owner in the place of the caller, who stays as an admin. */
    public Member transfer(Caller caller, WorkspaceId id, UserId heir) {
        Membership own = rows.hold(caller, Permission.OWN, id);
        Workspace workspace = rows.getShared(id);
        Membership member = get(id, heir);
        User user = entities.getReference(User.class, heir.value());
        if (heir.equals(caller.user()) || !user.isActive()) {
            throw Problem.invalid("userId", "must be another member, who can sign in.");
        }
        member.become(WorkspaceRole.OWNER);
        own.become(WorkspaceRole.ADMIN);
        known.changed(heir);
        known.changed(caller.user());
        workspace.regroup(WorkspaceRows.now());
        audit.append(event(caller, "workspace-transferred", member));
        return member(user.username(), user.displayName(), member);
    }

    /** Takes a member out of the workspace; everybody may leave it by themselves. */
    public void remove(Caller caller, WorkspaceId id, UserId user) {
        Membership own = rows.hold(caller, Permission.READ, id);
        Workspace workspace = rows.getShared(id);
        boolean leaves = user.equals(caller.user());
        if (!leaves) {
            own.require(Permission.MANAGE);
        }
        Membership member = get(id, user);
        if (member.role() == WorkspaceRole.OWNER) {
            own.require(Permission.OWN);
            rows.requireAnotherOwner(member);
        }
        rows.remove(member);
        workspace.regroup(WorkspaceRows.now());
        audit.append(
                event(caller, leaves ? "member-left" : "member-removed", member)
                        .with("role", member.role().id()));
    }

    private Membership get(WorkspaceId id, UserId user) {
        return rows.find(id, user)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.NOT_FOUND,
                                "The workspace has no member with id "
                                        + user
                                        + "; new ones are invited."));
    }

    private static AuditEvent event(Caller caller, String action, Membership member) {
        return AuditEvent.by(caller, action, WorkspaceRegister.subject(member.workspace()))
                .with("user", member.user().toString());
    }
}
