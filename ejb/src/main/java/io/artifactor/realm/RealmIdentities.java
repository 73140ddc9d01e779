package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.UserId;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to the people of realms elsewhere, and to which account each of them uses. Nobody gets
 * into an account that is there already without an administrator who says so here.
 */
@Stateless
public class RealmIdentities {

    private static final String LIST = "realm identities";

    /** An id nobody has, before all others. */
    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    /**
     * In the order in which they came.
     *
     * @param waiting only those who have no account yet
     * @param user only those who use this account, if one is named
     */
    public Page<RealmIdentity> page(
            Caller caller, boolean waiting, Optional<UserId> user, PageRequest request) {
        caller.requireAuditor("see who comes from where");
        UUID after = request.position(LIST).map(at -> UUID.fromString(at.text(0))).orElse(NOBODY);
        return Page.of(
                entities.createQuery(
                                """
                                select i from RealmIdentity i
                                where i.id > :after and (:waiting = false or i.userId is null)
                                and (:anybody = true or i.userId = :user)
                                order by i.id
                                """,
                                RealmIdentity.class)
                        .setParameter("after", after)
                        .setParameter("waiting", waiting)
                        .setParameter("anybody", user.isEmpty())
                        .setParameter("user", user.map(UserId::value).orElse(NOBODY))
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows())
                        .getResultList(),
                request,
                LIST,
                identity -> Cursor.at(identity.id().toString()));
    }

    public RealmIdentity get(Caller caller, UUID id) {
        caller.requireAuditor("see who comes from where");
        return found(entities.find(RealmIdentity.class, id), id);
    }

    /** From now on, this person of the realm uses this account. */
    public RealmIdentity link(Caller caller, UUID id, UserId user) {
        caller.requireAdministrator();
        RealmIdentity identity =
                found(entities.find(RealmIdentity.class, id, LockModeType.PESSIMISTIC_WRITE), id);
        users.get(user);
        if (isTaken(identity, user)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Somebody else of the same realm uses this account already.");
        }
        identity.link(user);
        audit.append(
                event(caller, "realm-identity-linked", identity)
                        .with("user", user.toString())
                        .with("person", identity.username()));
        return identity;
    }

    /**
     * The person has no account any more, until somebody links them again; whoever uses the account
     * now signs in again.
     */
    public void unlink(Caller caller, UUID id) {
        caller.requireAdministrator();
        RealmIdentity identity =
                found(entities.find(RealmIdentity.class, id, LockModeType.PESSIMISTIC_WRITE), id);
        Optional<UserId> user = identity.user();
        identity.unlink();
        user.ifPresent(users::signOut);
        audit.append(event(caller, "realm-identity-unlinked", identity));
    }

    private boolean isTaken(RealmIdentity identity, UserId user) {
        return entities.createQuery(
                                """
                                select count(i) from RealmIdentity i
                                where i.userId = :user and i.realm = :realm and i.id <> :id
                                """,
                                Long.class)
                        .setParameter("user", user.value())
                        .setParameter("realm", identity.realm().id())
                        .setParameter("id", identity.id())
                        .getSingleResult()
                > 0;
    }

    private static RealmIdentity found(@Nullable RealmIdentity identity, UUID id) {
        if (identity == null) {
            throw Problem.notFound("realm identity", id);
        }
        return identity;
    }

    private static AuditEvent event(Caller caller, String action, RealmIdentity identity) {
        return AuditEvent.by(caller, action, "realm-identity:" + identity.id())
                .with("realm", identity.realm().id());
    }
}
