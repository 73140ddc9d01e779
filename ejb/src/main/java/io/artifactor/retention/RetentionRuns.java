package io.artifactor.retention;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
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
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to the runs of rules; of a rule one runs at a time. */
@Stateless
public class RetentionRuns {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RetentionRules rules;
    @Inject private AuditLog audit;

    /** Puts a run of the rule in line, whatever time of the day it is. */
    public RetentionRun start(Caller caller, RuleId id) {
        AgeRule rule = rules.requireUsable(caller, id);
        if (!rule.isEnabled()) {
            throw new Problem(
                    ProblemCode.CONFLICT, "The rule is not enabled; enable it to have it run.");
        }
        RunId run =
                queue(rule, caller.user())
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.CONFLICT,
                                        "A run of this rule is not over; wait for it, or stop"
                                                + " it."));
        audit.append(
                noted(AuditEvent.by(caller, "retention-run-started", subject(rule)), rule, run));
        return find(run).orElseThrow(() -> missing(run));
    }

    /**
     * Puts the runs in line whose time has come; on several servers each once.
     *
     * @return how many
     */
    public int queueDue() {
        Instant now = RetentionRules.now();
        List<AgeRule> due =
                entities.createNativeQuery(
                                """
                                update retention_rule set next_run_at = :next
                                where enabled and next_run_at <= :now
                                returning *
                                """,
                                AgeRule.class)
                        .setParameter("now", now)
                        .setParameter("next", AgeRule.nextRun(now))
                        .getResultList();
        int queued = 0;
        for (AgeRule rule : due) {
            Optional<RunId> run = queue(rule, rule.madeBy());
            run.ifPresent(it -> audit.append(noted(byItself(rule), rule, it)));
            queued += run.isPresent() ? 1 : 0;
        }
        return queued;
    }

    private static AuditEvent byItself(AgeRule rule) {
        return new AuditEvent("retention-run-started", null, subject(rule), Map.of());
    }

    private static String subject(AgeRule rule) {
        return "retention-rule:" + rule.id();
    }

    private static AuditEvent noted(AuditEvent event, AgeRule rule, RunId run) {
        return event.with("run", run.toString())
                .with("name", rule.name())
                .with("action", rule.action().id());
    }

    private Optional<RunId> queue(AgeRule rule, UserId user) {
        RunId id = RunId.next();
        Instant now = RetentionRules.now();
        int added =
                entities.createNativeQuery(
                                """
                                insert into retention_run (id, rule_id, rule_revision, rule_name,
                                    action, arrived_before, state, user_id, created_at)
                                values (:id, :rule, :revision, :name, :action, :before, 'queued',
                                    :user, :now)
                                on conflict (rule_id) where state in ('queued', 'running')
                                do nothing
                                """)
                        .setParameter("id", id.value())
                        .setParameter("rule", rule.id().value())
                        .setParameter("revision", rule.revision())
                        .setParameter("name", rule.name())
                        .setParameter("action", rule.action().id())
                        .setParameter("before", rule.arrivedBefore(now))
                        .setParameter("user", user.value())
                        .setParameter("now", now)
                        .executeUpdate();
        return added == 0 ? Optional.empty() : Optional.of(id);
    }

    /** The run, for who had it run, who may see its rule, and for administrators and auditors. */
    public RetentionRun get(Caller caller, RunId id) {
        RetentionRun run = find(id).orElseThrow(() -> missing(id));
        if (run.user().equals(caller.user()) || caller.is(Role.ADMIN) || caller.is(Role.AUDITOR)) {
            return run;
        }
        try {
            rules.get(caller, run.rule().orElseThrow(() -> missing(id)));
            return run;
        } catch (Problem problem) {
            throw problem.code() == ProblemCode.NOT_FOUND ? missing(id) : problem;
        }
    }

    /** What it did with each artifact so far, in the order of their ids. */
    public Page<RetentionItem> items(Caller caller, RunId id, PageRequest request) {
        get(caller, id);
        String list = "items of retention run " + id;
        Optional<Cursor> after = request.position(list);
        Query query =
                entities.createNativeQuery(
                                "select artifact_id, outcome from retention_item where run_id = :id"
                                        + (after.isPresent() ? " and artifact_id > :after" : "")
                                        + " order by artifact_id",
                                Object[].class)
                        .setParameter("id", id.value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        List<?> rows = query.getResultList();
        Page<RetentionItem> page =
                Page.of(
                        rows.stream().map(RetentionRuns::item).toList(),
                        request,
                        list,
                        item -> Cursor.at(item.artifact()));
        return request.withTotal() ? page.withTotal(count(id)) : page;
    }

    private static RetentionItem item(Object row) {
        Object[] columns = (Object[]) row;
        return new RetentionItem((UUID) columns[0], (String) columns[1]);
    }

    private long count(RunId id) {
        return ((Number)
                        entities.createNativeQuery(
                                        "select count(*) from retention_item where run_id = :id",
                                        Long.class)
                                .setParameter("id", id.value())
                                .getSingleResult())
                .longValue();
    }

    /** Ends it after what is being written now; at once if it only stands in line. */
    public void stop(Caller caller, RunId id) {
        int asked =
                entities.createNativeQuery(
                                """
                                update retention_run set stop_requested = true,
                                    state = case state when 'queued' then 'stopped' else state end,
                                    ended_at = case state when 'queued' then now() end
                                where id = :id and state in ('queued', 'running')
                                """)
                        .setParameter("id", id.value())
                        .executeUpdate();
        refuseUnless(asked, "The run is over already.");
        audit.append(AuditEvent.by(caller, "retention-run-stopped", "retention-run:" + id));
    }

    /** Puts one that failed or was stopped in line again; it goes on where it stands. */
    public void restart(Caller caller, RunId id) {
        int queued =
                entities.createNativeQuery(
                                """
                                update retention_run r set state = 'queued', ended_at = null,
                                    stop_requested = false, attempts = 0, problem = null
                                where r.id = :id and r.state in ('failed', 'stopped')
                                    and exists (select from retention_rule x where x.id = r.rule_id
                                        and x.revision = r.rule_revision and x.enabled)
                                    and not exists (select from retention_run o
                                        where o.rule_id = r.rule_id
                                            and o.state in ('queued', 'running'))
                                """)
                        .setParameter("id", id.value())
                        .executeUpdate();
        refuseUnless(
                queued,
                "A run that stopped or failed can go on, as long as its rule is as it was and no"
                        + " other run of it is at work.");
        audit.append(AuditEvent.by(caller, "retention-run-restarted", "retention-run:" + id));
    }

    private static void refuseUnless(int rows, String why) {
        if (rows == 0) {
            throw new Problem(ProblemCode.CONFLICT, why);
        }
    }

    /**
     * As it stands now: it is written by statements, of which what was read before knows nothing.
     */
    public Optional<RetentionRun> find(RunId id) {
        Optional<RetentionRun> found =
                Optional.ofNullable(entities.find(RetentionRun.class, id.value()));
        found.ifPresent(entities::detach);
        return found;
    }

    private static Problem missing(RunId id) {
        return Problem.notFound("retention run", id);
    }
}
