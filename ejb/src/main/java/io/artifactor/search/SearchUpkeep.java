package io.artifactor.search;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The administrator's door to the indexes: building one anew while searches go on, comparing them
 * with the database, and bringing single things in again. One job of a kind at a time.
 */
@Stateless
@RolesAllowed("admin")
public class SearchUpkeep {

    private static final int KEPT_JOBS = 50;

    @Inject private SearchRows rows;

    @Inject private AuditLog audit;

    /** Puts a job in line. */
    public SearchJob start(Caller caller, SearchJob.Kind kind) {
        UUID id = UUID.randomUUID();
        int added =
                rows.update(
                        new Sql()
                                .add("insert into search_job (id, kind, state, user_id)")
                                .add(" values (?, ?, 'queued', ?)", id, kind.id(), user(caller))
                                .add(" on conflict (kind) where state in ('queued', 'running')")
                                .add(" do nothing"));
        if (added == 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Another job of this kind is not over; wait for it, or stop it.",
                    running(kind));
        }
        rows.update(
                new Sql()
                        .add("delete from search_job where kind = ?", kind.id())
                        .add(" and state not in ('queued', 'running') and id not in")
                        .add(" (select id from search_job where kind = ?", kind.id())
                        .add(" order by created_at desc limit ?)", KEPT_JOBS));
        audit.append(AuditEvent.by(caller, "search-" + kind.id() + "-started", id.toString()));
        return get(kind, id);
    }

    private Map<String, Object> running(SearchJob.Kind kind) {
        return rows.find(
                        new Sql()
                                .add("select * from search_job where kind = ?", kind.id())
                                .add(" and state in ('queued', 'running')"),
                        SearchRows::job)
                .<Map<String, Object>>map(job -> Map.of("job", job.id().toString()))
                .orElse(Map.of());
    }

    private static UUID user(Caller caller) {
        return caller.user().value();
    }

    /** The job of that kind. */
    public SearchJob get(SearchJob.Kind kind, UUID id) {
        return rows.get(id, kind).orElseThrow(() -> Problem.notFound("job", id));
    }

    /** The jobs of that kind, newest first, as many as are kept. */
    public List<SearchJob> list(SearchJob.Kind kind) {
        return rows.list(
                new Sql()
                        .add("select * from search_job where kind = ?", kind.id())
                        .add(" order by created_at desc limit ?", KEPT_JOBS),
                SearchRows::job);
    }

    /** Ends the job after what is being written now; at once if it only stands in line. */
    public SearchJob stop(Caller caller, SearchJob.Kind kind, UUID id) {
        get(kind, id);
        rows.update(
                new Sql()
                        .add("update search_job set stop_requested = true,")
                        .add(" state = case state when 'queued' then 'stopped' else state end,")
                        .add(" ended_at = case state when 'queued' then now() end")
                        .add(" where id = ? and state in ('queued', 'running')", id));
        audit.append(AuditEvent.by(caller, "search-" + kind.id() + "-stopped", id.toString()));
        return get(kind, id);
    }

    /**
     * The same of one that is not over.
     *
     * @throws Problem {@code CONFLICT} if it is
     */
    public SearchJob stopUnlessOver(Caller caller, SearchJob.Kind kind, UUID id) {
        SearchJob job = get(kind, id);
        if (job.state().isOver()) {
            throw new Problem(
                    ProblemCode.CONFLICT, "The job is %s already.".formatted(job.state().id()));
        }
        return stop(caller, kind, id);
    }

    /** Puts one that failed or was stopped in line again; it begins from the start. */
    public SearchJob restart(Caller caller, SearchJob.Kind kind, UUID id) {
        SearchJob job = get(kind, id);
        int queued =
                rows.update(
                        new Sql()
                                .add("update search_job set state = 'queued', ended_at = null,")
                                .add(" stop_requested = false, attempts = 0, problem = null,")
                                .add(" mark = null where id = ?", id)
                                .add(" and state in ('failed', 'stopped') and not exists (select")
                                .add(" from search_job where kind = ?", kind.id())
                                .add(" and state in ('queued', 'running'))"));
        if (queued == 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The job is %s; one that stopped or failed can go on, while no other does."
                            .formatted(job.state().id()),
                    running(kind));
        }
        audit.append(AuditEvent.by(caller, "search-" + kind.id() + "-restarted", id.toString()));
        return get(kind, id);
    }

    /** What the job found different so far, in the order of ids. */
    public List<Drift> differences(UUID job, int limit) {
        return rows.list(
                new Sql()
                        .add(
                                "select store, subject, difference from search_drift where job_id = ?",
                                job)
                        .add(" order by subject, store limit ?", limit),
                row ->
                        new Drift(
                                row.getString("store"),
                                row.getObject("subject", UUID.class),
                                Drift.Difference.valueOf(
                                        row.getString("difference").toUpperCase(Locale.ROOT))));
    }

    /** How many differences of each sort the job found so far, by {@code store.difference}. */
    public Map<String, Long> counts(UUID job) {
        Map<String, Long> counts = new TreeMap<>();
        rows.list(
                        new Sql()
                                .add("select store || '.' || difference, count(*)")
                                .add(" from search_drift where job_id = ? group by 1", job),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Brings one thing into both indexes as it is now; out of them if it is no more. */
    public void reindex(Caller caller, UUID subject) {
        rows.update(
                new Sql()
                        .add(
                                "delete from outbox where subject = ? and parked_at is not null",
                                subject)
                        .add(" and reader in ('search-elasticsearch', 'search-postgresql')"));
        rows.update(
                new Sql()
                        .add("insert into outbox (reader, event, subject)")
                        .add(" select reader, 'artifact.changed', ?::uuid", subject)
                        .add(" from unnest(array['search-elasticsearch', 'search-postgresql'])")
                        .add(" as r (reader)"));
        audit.append(AuditEvent.by(caller, "search-document-reindexed", subject.toString()));
    }
}
