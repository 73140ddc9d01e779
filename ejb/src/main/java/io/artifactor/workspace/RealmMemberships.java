package io.artifactor.workspace;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The memberships that the groups of a realm elsewhere stand for, inside the transaction in which
 * it vouches for somebody. Whom people let in stays as they said, whatever the groups say; owners
 * are never made or taken away.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RealmMemberships {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private WorkspaceRows rows;
    @Inject private KnownMemberships known;
    @Inject private AuditLog audit;

    /** Refuses what no group may stand for. */
    public void requireMappable(WorkspaceId id, WorkspaceRole role) {
        rows.getShared(id);
        if (role == WorkspaceRole.OWNER) {
            throw new Problem(
                    ProblemCode.INVALID_INPUT,
                    "Owners are appointed by people; a group stands for admin, editor or viewer.");
        }
    }

    /** From now on these, and no others through this realm. */
    public void assign(UserId user, String realm, Map<WorkspaceId, WorkspaceRole> wanted) {
        Map<WorkspaceId, Membership> had =
                of(user, realm).stream()
                        .collect(Collectors.toMap(Membership::workspace, Function.identity()));
        TreeSet<UUID> concerned = new TreeSet<>();
        had.keySet().forEach(workspace -> concerned.add(workspace.value()));
        wanted.keySet().forEach(workspace -> concerned.add(workspace.value()));
        for (UUID workspace : concerned) {
            WorkspaceId id = new WorkspaceId(workspace);
            assign(user, realm, id, Optional.ofNullable(wanted.get(id)));
        }
    }

    private void assign(UserId user, String realm, WorkspaceId id, Optional<WorkspaceRole> wanted) {
        Optional<Membership> seen = rows.find(id, user);
        if (seen.map(Membership::role).equals(wanted)
                || seen.filter(member -> !member.isThrough(realm)).isPresent()) {
            return;
        }
        // Looked at again behind the lock that all who change members take.
        rows.hold(id);
        Workspace workspace = rows.get(id);
        Optional<Membership> member = rows.find(id, user);
        if (member.filter(there -> !there.isThrough(realm)).isPresent()) {
            return;
        }
        if (wanted.isEmpty()) {
            member.ifPresent(rows::remove);
        } else if (member.isEmpty()) {
            rows.add(Membership.of(realm, id, user, wanted.get()));
        } else {
            member.get().follow(wanted.get());
        }
        workspace.regroup(WorkspaceRows.now());
        known.changed(user);
        audit.append(
                new AuditEvent(
                        wanted.isEmpty() ? "member-unmapped" : "member-mapped",
                        null,
                        WorkspaceRegister.subject(id),
                        Map.of(
                                "user",
                                user.toString(),
                                "realm",
                                realm,
                                "role",
                                wanted.map(WorkspaceRole::id).orElse("none"))));
    }

    private List<Membership> of(UserId user, String realm) {
        return entities.createQuery(
                        """
                        select m from Membership m
                        where m.key.userId = :user and m.realm = :realm
                        """,
                        Membership.class)
                .setParameter("user", user.value())
                .setParameter("realm", realm)
                .getResultList();
    }
}
