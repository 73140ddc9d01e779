package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.GroupMapping.Meaning;
import io.artifactor.workspace.RealmMemberships;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRole;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The door to the table that says what the groups of a realm stand for here. A change counts at
 * each person's next sign-in. Administrators change it, auditors read it.
 */
@Stateless
public class GroupMappings {

    private static final int LONGEST_GROUP = 256;
    private static final int MOST = 1_000;

    // Any number, the same on every node.
    private static final long LOCK = 6_120_977_349_002L;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RealmMemberships memberships;
    @Inject private AuditLog audit;

    /** All of them, by realm and group. */
    public List<GroupMapping> list(Caller caller) {
        caller.requireAuditor("see who comes from where");
        return entities.createQuery(
                        """
                        select m from GroupMapping m order by m.realm, m.group, m.id
                        """,
                        GroupMapping.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    public GroupMapping add(Caller caller, Realm realm, String group, Meaning meaning) {
        caller.requireAdministrator();
        String name = group.strip();
        if (name.isEmpty() || name.length() > LONGEST_GROUP) {
            throw Problem.invalid(
                    "group", "must have 1 to %d characters.".formatted(LONGEST_GROUP));
        }
        if (meaning instanceof Meaning.Within(WorkspaceId workspace, WorkspaceRole role)) {
            memberships.requireMappable(workspace, role);
        }
        GroupMapping mapping = new GroupMapping(realm, name, meaning, Instant.now());
        if (isThere(mapping)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The group stands for this already; remove that first to change the role in"
                            + " a workspace.");
        }
        entities.persist(mapping);
        audit.append(event(caller, "group-mapping-added", mapping));
        return mapping;
    }

    /** Behind a lock, so that two who add the same get one row and one clear answer. */
    private boolean isThere(GroupMapping wanted) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", LOCK)
                .getSingleResult();
        return entities.createQuery(
                        """
                        select m from GroupMapping m
                        where m.realm = :realm and m.group = :group
                        """,
                        GroupMapping.class)
                .setParameter("realm", wanted.realm().id())
                .setParameter("group", wanted.group())
                .getResultStream()
                .anyMatch(known -> isSame(known.meaning(), wanted.meaning()));
    }

    private static boolean isSame(Meaning one, Meaning other) {
        return switch (one) {
            case Meaning.Everywhere everywhere -> everywhere.equals(other);
            case Meaning.Within within ->
                    other instanceof Meaning.Within same
                            && same.workspace().equals(within.workspace());
        };
    }

    public void remove(Caller caller, UUID id) {
        caller.requireAdministrator();
        GroupMapping mapping = entities.find(GroupMapping.class, id);
        if (mapping == null) {
            throw Problem.notFound("group mapping", id);
        }
        entities.remove(mapping);
        audit.append(event(caller, "group-mapping-removed", mapping));
    }

    private static AuditEvent event(Caller caller, String action, GroupMapping mapping) {
        return AuditEvent.by(caller, action, "group-mapping:" + mapping.id())
                .with("realm", mapping.realm().id())
                .with("group", mapping.group())
                .with("meaning", said(mapping.meaning()));
    }

    private static String said(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Everywhere(Role role) -> role.id();
            case Meaning.Within(WorkspaceId workspace, WorkspaceRole role) ->
                    role.id() + " in workspace:" + workspace;
        };
    }
}
