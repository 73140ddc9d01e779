package io.artifactor.retention;

import io.artifactor.artifact.ArtifactRemoval;
import io.artifactor.hold.HeldThings;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.operation.ClaimedWork;
import io.artifactor.operation.WorkClaim;
import io.artifactor.operation.WorkState;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a run do. No permission is asked: that of the rule's maker was when it was
 * made.
 *
 * <p>What a rule concerns is asked again when the rows are locked: what was moved out of its reach
 * meanwhile stays.
 */
@Stateless
public class RetentionWork implements ClaimedWork {

    /** Those who removed something by a rule are shown by this name in the log. */
    private static final String NAME = "retention";

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private HeldThings holds;
    @Inject private ArtifactRemoval removal;

    /**
     * Where a run stands.
     *
     * @param rule absent if it is not as it was
     */
    private record Standing(
            @Nullable UUID rule,
            RuleAction action,
            Instant before,
            @Nullable UUID position,
            UserId user,
            boolean stopping) {}

    @Override
    public String kind() {
        return RetentionOperations.KIND;
    }

    @Override
    public String table() {
        return "retention_run";
    }

    @Override
    public void prepare(WorkClaim claim) {
        Standing now = standing(claim);
        if (now.position() != null || now.rule() == null) {
            return;
        }
        Number total =
                (Number)
                        matching("select count(*) ", "", now.rule(), now.before())
                                .getSingleResult();
        entities.createNativeQuery("update retention_run set total = :total where id = :run")
                .setParameter("total", total.longValue())
                .setParameter("run", claim.work())
                .executeUpdate();
    }

    @Override
    public List<UUID> next(WorkClaim claim, Optional<UUID> behind, int limit) {
        Standing now = standing(claim);
        UUID position = behind.orElse(now.position());
        if (now.stopping() || now.rule() == null) {
            return List.of();
        }
        Query query =
                matching(
                        "select a.id ",
                        (position == null ? "" : " and a.id > :position") + " order by a.id",
                        now.rule(),
                        now.before());
        if (position != null) {
            query.setParameter("position", position);
        }
        return ids(query.setMaxResults(limit));
    }

    /** Does what the rule says with these. */
    @Override
    public void write(WorkClaim claim, List<UUID> ids) {
        Standing now = standing(claim);
        if (ids.isEmpty() || now.rule() == null) {
            return;
        }
        List<UUID> old =
                ids(
                        matching(
                                        "select a.id ",
                                        " and a.id = any(cast(:ids as uuid[])) order by a.id"
                                                + " for update of a",
                                        now.rule(),
                                        now.before())
                                .setParameter("ids", ids.toArray(UUID[]::new)));
        Caller by = new Caller(now.user(), NAME, Set.of());
        Set<UUID> held = holds.among(by, old).keySet();
        List<UUID> going = new ArrayList<>(old);
        going.removeAll(held);
        advance(claim, ids, going, held.size());
        switch (now.action()) {
            case TRASH -> removal.trash(by, going);
            case PURGE -> removal.purge(by, going);
        }
        note(claim, going, now.action().outcome());
        note(claim, held, "held");
    }

    private void advance(WorkClaim claim, List<UUID> ids, List<UUID> going, int held) {
        entities.createNativeQuery(
                        """
                        update retention_run set position = :position, attempts = 0,
                            done = done + :done, removed = removed + :removed,
                            held = held + :held, problem = null,
                            bytes = bytes + (select coalesce(sum(a.size), 0) from artifact a
                                where a.id = any(cast(:going as uuid[]))),
                            heartbeat_at = clock_timestamp()
                        where id = :run
                        """)
                .setParameter("position", ids.getLast())
                .setParameter("done", ids.size())
                .setParameter("removed", going.size())
                .setParameter("held", held)
                .setParameter("going", going.toArray(UUID[]::new))
                .setParameter("run", claim.work())
                .executeUpdate();
    }

    private void note(WorkClaim claim, Collection<UUID> ids, String outcome) {
        entities.createNativeQuery(
                        """
                        insert into retention_item (run_id, artifact_id, outcome)
                        select cast(:run as uuid), id, cast(:outcome as text) from unnest(cast(:ids as uuid[])) as id
                        on conflict do nothing
                        """)
                .setParameter("run", claim.work())
                .setParameter("outcome", outcome)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    @Override
    public void finish(WorkClaim claim) {
        Standing now = standing(claim);
        boolean changed = now.rule() == null;
        WorkState state = now.stopping() || changed ? WorkState.STOPPED : WorkState.COMPLETED;
        entities.createNativeQuery(
                        """
                        update retention_run set state = :state, ended_at = now(), claim = null,
                            problem = nullif(:problem, '')
                        where id = :run
                        """)
                .setParameter("state", state.id())
                .setParameter("problem", changed ? "The rule was changed, or ended." : "")
                .setParameter("run", claim.work())
                .executeUpdate();
    }

    /** What a run did stays done, so nothing is left behind. */
    @Override
    public void clearAway() {}

    private Query matching(String select, String tail, UUID rule, Instant before) {
        return entities.createNativeQuery(select + Matching.FROM + tail)
                .setParameter("rule", rule)
                .setParameter("before", before);
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Locks the run's row, so that nobody takes it over in the middle. */
    private Standing standing(WorkClaim claim) {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                select (select x.id from retention_rule x where x.id = r.rule_id
                                        and x.revision = r.rule_revision) as rule,
                                    r.action, r.arrived_before, r.position, r.user_id,
                                    r.stop_requested
                                from retention_run r where r.id = :run and r.claim = :token
                                for update of r
                                """,
                                Object[].class)
                        .setParameter("run", claim.work())
                        .setParameter("token", claim.token())
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> standing((Object[]) row))
                .orElseThrow(() ->
                        new IllegalStateException("The claim on run " + claim.work() + " is lost"));
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                (UUID) row[0],
                RuleAction.of((String) row[1]),
                (Instant) row[2],
                (UUID) row[3],
                new UserId((UUID) row[4]),
                (Boolean) row[5]);
    }
}
