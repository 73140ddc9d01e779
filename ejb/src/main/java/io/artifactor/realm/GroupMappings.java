package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
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

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private AuditLog audit;

    /** All of them, by realm and group. */
    public List<GroupMapping> list(Caller caller) {
        RealmIdentities.requireReader(caller);
        return entities.createQuery(
                        """
                        select m from GroupMapping m order by m.realm, m.group, m.role
                        """,
                        GroupMapping.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    public GroupMapping add(Caller caller, Realm realm, String group, Role role) {
        RealmIdentities.requireAdministrator(caller);
        String name = group.strip();
        if (name.isEmpty() || name.length() > LONGEST_GROUP) {
            throw Problem.invalid(
                    "group", "must have 1 to %d characters.".formatted(LONGEST_GROUP));
        }
        GroupMapping mapping = new GroupMapping(realm, name, role, Instant.now());
        boolean there =
                entities.createNativeQuery(
                                        """
                                        insert into group_mapping
                                            (id, realm, group_name, role, created_at)
                                        values (:id, :realm, :group, :role, :at)
                                        on conflict do nothing
                                        """)
                                .setParameter("id", mapping.id())
                                .setParameter("realm", realm.id())
                                .setParameter("group", name)
                                .setParameter("role", role.id())
                                .setParameter("at", mapping.createdAt())
                                .executeUpdate()
                        == 0;
        if (there) {
            throw new Problem(ProblemCode.CONFLICT, "The group stands for this role already.");
        }
        audit.append(event(caller, "group-mapping-added", mapping));
        return mapping;
    }

    public void remove(Caller caller, UUID id) {
        RealmIdentities.requireAdministrator(caller);
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
                .with("role", mapping.role().id());
    }
}
