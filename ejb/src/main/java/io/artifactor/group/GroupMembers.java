package io.artifactor.group;

import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The door to who is in a group: administrators say so, auditors look. */
@Stateless
public class GroupMembers {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Groups groups;
    @Inject private AuditLog audit;
    @Inject private Event<GroupChanged> changed;

    /** In the order of their names. */
    public Page<GroupMember> page(Caller caller, GroupId id, PageRequest request) {
        caller.requireAuditor("see who is in");
        GroupView group = groups.get(id);
        String list = "members of group " + id;
        String after = request.position(list).map(cursor -> cursor.text(0)).orElse("");
        List<GroupMember> found =
                entities.createQuery(
                                """
                                select u.username, u.displayName, m from GroupMembership m
                                join User u on u.id = m.key.userId
                                where m.key.groupId = :id and lower(u.username) > :after
                                order by lower(u.username)
                                """,
                                Object[].class)
                        .setParameter("id", id.value())
                        .setParameter("after", after)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows())
                        .getResultStream()
                        .map(GroupMembers::member)
                        .toList();
        Page<GroupMember> page =
                Page.of(
                        found,
                        request,
                        list,
                        member -> Cursor.at(member.username().toLowerCase(Locale.ROOT)));
        return request.withTotal() ? page.withTotal(group.members()) : page;
    }

    /** Puts a user into the group, where they may be already. */
    public void put(Caller caller, GroupId id, UserId user) {
        caller.requireAdministrator();
        hold(id);
        requireUser(user);
        int added =
                entities.createNativeQuery(
                                """
                                insert into group_member (group_id, user_id, since)
                                values (:id, :user, now()) on conflict do nothing
                                """)
                        .setParameter("id", id.value())
                        .setParameter("user", user.value())
                        .executeUpdate();
        if (added > 0) {
            tell(caller, "group-member-added", id, user);
        }
    }

    /** Takes a user out of the group. */
    public void remove(Caller caller, GroupId id, UserId user) {
        caller.requireAdministrator();
        hold(id);
        int removed =
                entities.createNativeQuery(
                                "delete from group_member where group_id = :id and user_id = :user")
                        .setParameter("id", id.value())
                        .setParameter("user", user.value())
                        .executeUpdate();
        if (removed == 0) {
            throw Problem.notFound("member of the group", user);
        }
        tell(caller, "group-member-removed", id, user);
    }

    private void tell(Caller caller, String action, GroupId id, UserId user) {
        changed.fire(new GroupChanged(id, false));
        audit.append(Groups.event(caller, action, id).with("user", user.toString()));
    }

    /** Keeps the group until the transaction ends. */
    private void hold(GroupId id) {
        List<?> held =
                entities.createNativeQuery(
                                "select id from user_group where id = :id for key share",
                                UUID.class)
                        .setParameter("id", id.value())
                        .getResultList();
        if (held.isEmpty()) {
            throw Groups.missing(id);
        }
    }

    private void requireUser(UserId user) {
        long found =
                entities.createQuery("select count(u) from User u where u.id = :user", Long.class)
                        .setParameter("user", user.value())
                        .getSingleResult();
        if (found == 0) {
            throw Problem.notFound("user", user);
        }
    }

    private static GroupMember member(Object[] row) {
        GroupMembership membership = (GroupMembership) row[2];
        return new GroupMember(
                membership.user(), (String) row[0], (String) row[1], membership.since());
    }
}
