package io.artifactor.group;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.hibernate.exception.ConstraintViolationException;

/** The door to groups. Administrators make and change them; whoever is signed in knows them. */
@Stateless
public class Groups {

    private static final String LIST = "groups by name";

    private static final String VIEW =
            """
            select g, (select count(m) from GroupMembership m where m.key.groupId = g.id)
            from UserGroup g
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private AuditLog audit;
    @Inject private Event<GroupChanged> changed;

    /** In the order of their names. */
    public Page<GroupView> page(PageRequest request) {
        String after = request.position(LIST).map(cursor -> cursor.text(0)).orElse("");
        List<GroupView> found =
                entities.createQuery(
                                VIEW + "where lower(g.name) > :after order by lower(g.name)",
                                Object[].class)
                        .setParameter("after", after)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows())
                        .getResultStream()
                        .map(Groups::view)
                        .toList();
        Page<GroupView> page =
                Page.of(
                        found,
                        request,
                        LIST,
                        view -> Cursor.at(view.group().name().toLowerCase(Locale.ROOT)));
        return request.withTotal() ? page.withTotal(count()) : page;
    }

    public GroupView get(GroupId id) {
        return entities.createQuery(VIEW + "where g.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(Groups::view)
                .orElseThrow(() -> missing(id));
    }

    /** Makes a group with nobody in it. */
    public GroupView create(Caller caller, String name) {
        caller.requireAdministrator();
        UserGroup group = new UserGroup(name, now());
        entities.persist(group);
        flush();
        audit.append(event(caller, "group-created", group.id()).with("name", group.name()));
        return new GroupView(group, 0);
    }

    /**
     * Gives the group another name.
     *
     * @param expected whether the caller has seen a revision
     */
    public GroupView rename(Caller caller, GroupId id, IntPredicate expected, String name) {
        caller.requireAdministrator();
        UserGroup group = find(id);
        requireRevision(group, expected);
        if (group.rename(name, now())) {
            flush();
            audit.append(event(caller, "group-renamed", id).with("name", group.name()));
        }
        return get(id);
    }

    /** Ends the group; what was granted to it is granted no more. */
    public void delete(Caller caller, GroupId id, IntPredicate expected) {
        caller.requireAdministrator();
        UserGroup group = find(id);
        requireRevision(group, expected);
        entities.remove(group);
        entities.flush();
        changed.fire(new GroupChanged(id, true));
        audit.append(event(caller, "group-deleted", id).with("name", group.name()));
    }

    private long count() {
        return entities.createQuery("select count(g) from UserGroup g", Long.class)
                .getSingleResult();
    }

    private UserGroup find(GroupId id) {
        UserGroup group = entities.find(UserGroup.class, id.value());
        if (group == null) {
            throw missing(id);
        }
        return group;
    }

    private void requireRevision(UserGroup group, IntPredicate expected) {
        if (!expected.test(group.revision())) {
            throw Problem.outdated("group", group.revision(), get(group.id()));
        }
    }

    private void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw new Problem(ProblemCode.CONFLICT, "There is a group of this name already.", e);
        }
    }

    private static GroupView view(Object[] row) {
        return new GroupView((UserGroup) row[0], (Long) row[1]);
    }

    static AuditEvent event(Caller caller, String action, GroupId group) {
        return AuditEvent.by(caller, action, "group:" + group);
    }

    static Problem missing(GroupId id) {
        return Problem.notFound("group", id);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
