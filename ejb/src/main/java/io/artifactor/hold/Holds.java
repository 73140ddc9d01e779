package io.artifactor.hold;

import io.artifactor.hold.LegalHold.Release;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
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
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The door to legal holds. Administrators place and release them, auditors read them. */
@Stateless
public class Holds {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private AuditLog audit;

    /**
     * The newest first.
     *
     * @param released whether those that were released, or those that were not; all if empty
     */
    public Page<LegalHold> page(Caller caller, Optional<Boolean> released, PageRequest request) {
        caller.requireAuditor("see legal holds");
        String list = "legal holds " + released.map(String::valueOf).orElse("");
        String where =
                released.map(over -> " where h.releasedAt is " + (over ? "not null" : "null"))
                        .orElse(" where true = true");
        Optional<Cursor> after = request.position(list);
        TypedQuery<LegalHold> query =
                entities.createQuery(
                                "select h from LegalHold h"
                                        + where
                                        + (after.isPresent() ? " and h.id < :after" : "")
                                        + " order by h.id desc",
                                LegalHold.class)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        Page<LegalHold> page =
                Page.of(query.getResultList(), request, list, hold -> Cursor.at(hold.id()));
        return request.withTotal() ? page.withTotal(count(where)) : page;
    }

    private long count(String where) {
        return entities.createQuery("select count(h) from LegalHold h" + where, Long.class)
                .getSingleResult();
    }

    public LegalHold get(Caller caller, HoldId id) {
        caller.requireAuditor("see legal holds");
        return find(id, LockModeType.NONE);
    }

    /**
     * Places a hold. When it is there, whatever was being removed is gone, and nothing more of its
     * subject goes.
     *
     * @throws Problem {@code UNAVAILABLE} if things are removed without a pause for half a minute
     */
    public LegalHold place(Caller caller, HoldDraft draft) {
        caller.requireAdministrator();
        awaitRemovals();
        requireThere(draft.subject());
        LegalHold hold = new LegalHold(draft, caller.user(), now());
        entities.persist(hold);
        entities.flush();
        audit.append(event(caller, "legal-hold-placed", hold).with("reason", hold.reason()));
        return hold;
    }

    private void awaitRemovals() {
        Object alone = entities.createNativeQuery("select await_removals()").getSingleResult();
        if (!Boolean.TRUE.equals(alone)) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "Too much is being removed at the moment; try again in a minute.");
        }
    }

    private void requireThere(HoldSubject subject) {
        Object there =
                entities.createNativeQuery(
                                "select exists (select from %s where id = :id)"
                                        .formatted(subject.kind().table()))
                        .setParameter("id", subject.id())
                        .getSingleResult();
        if (!Boolean.TRUE.equals(there)) {
            throw Problem.invalid("on.id", "is the id of no " + subject.kind().id() + ".");
        }
    }

    /**
     * Releases a hold; it stays as a record.
     *
     * @param expected whether the caller has seen a revision
     * @param reason why, for the record
     * @throws Problem {@code CONFLICT} if it was released before
     */
    public LegalHold release(
            Caller caller, HoldId id, IntPredicate expected, @Nullable String reason) {
        caller.requireAdministrator();
        String why = HoldDraft.reason(reason == null ? "" : reason);
        LegalHold hold = find(id, LockModeType.PESSIMISTIC_WRITE);
        if (!expected.test(hold.revision())) {
            throw Problem.outdated("hold", hold.revision(), hold);
        }
        if (hold.release().isPresent()) {
            throw new Problem(ProblemCode.CONFLICT, "The hold was released already.");
        }
        hold.release(new Release(caller.user(), now(), why));
        entities.flush();
        audit.append(event(caller, "legal-hold-released", hold).with("reason", why));
        return hold;
    }

    private LegalHold find(HoldId id, LockModeType lock) {
        return Optional.ofNullable(entities.find(LegalHold.class, id.value(), lock))
                .orElseThrow(() -> Problem.notFound("legal hold", id));
    }

    private static AuditEvent event(Caller caller, String action, LegalHold hold) {
        return AuditEvent.by(caller, action, "legal-hold:" + hold.id())
                .with("name", hold.name())
                .with("on", hold.subject().toString());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
