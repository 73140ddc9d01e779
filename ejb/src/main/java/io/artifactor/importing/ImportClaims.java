package io.artifactor.importing;

import io.artifactor.outbox.Outbox;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on which import: a row per running job, kept alive by a heartbeat, so that what a dead
 * server left is taken up by another. For the jobs, not for edges: no caller, no permission.
 *
 * <p>All times are the database's own, which is the one clock that all servers share.
 */
@Stateless
public class ImportClaims {

    /** A server this long silent is taken for dead. */
    public static final Duration SILENCE = Duration.ofSeconds(20);

    /** So often an import is taken up again without getting on before it is given up. */
    static final int ATTEMPTS = 5;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** An import came to its end; one event, however much it brought. */
    public static final String COMPLETED = "import.completed";

    @Inject private ImportMetrics metrics;
    @Inject private Outbox outbox;

    /**
     * Takes the next import in line. The user with the fewest running imports comes first, among
     * those the one who waited longest since the last began: many files of one user keep nobody
     * else waiting.
     */
    public Optional<Claim> claimQueued(String node) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select r.id from import_run r where r.state = 'queued'
                                order by
                                    (select count(*) from import_run o where o.user_id = r.user_id
                                        and o.state in ('running', 'previewing')),
                                    (select max(o.started_at) from import_run o
                                        where o.user_id = r.user_id) nulls first,
                                    r.queued_at, r.id
                                limit 1 for update of r skip locked
                                """,
                                UUID.class)
                        .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ImportRun run = Objects.requireNonNull(locked((UUID) found.getFirst()));
        run.begin(Instant.now());
        Claim claim = new Claim(run.id(), UUID.randomUUID(), run.lastExecution());
        entities.createNativeQuery(
                        """
                        insert into job_lease (subject, node, claim, heartbeat_at)
                        values (?1, ?2, ?3, clock_timestamp())
                        on conflict (subject) do update set node = excluded.node,
                            claim = excluded.claim, heartbeat_at = excluded.heartbeat_at
                        """)
                .setParameter(1, run.id().value())
                .setParameter(2, node)
                .setParameter(3, claim.token())
                .executeUpdate();
        return Optional.of(claim);
    }

    /**
     * Takes over an import whose server is silent. What was to be stopped is stopped instead, and
     * what never gets on is given up; the answer is empty when nothing is left to take over.
     */
    public Optional<Claim> claimAbandoned(String node) {
        Optional<UUID> subject = silentSubject();
        while (subject.isPresent()) {
            ImportRun run = locked(subject.get());
            if (run != null && isToGoOn(run)) {
                return Optional.of(takeOver(run, node));
            }
            release(subject.get());
            subject = silentSubject();
        }
        return Optional.empty();
    }

    /**
     * The import as it is now.
     *
     * @throws ClaimLost if the claim on it is
     */
    public ImportRun runOf(Claim claim) {
        List<ImportRun> found =
                entities.createNativeQuery(
                                """
                                select r.* from import_run r join job_lease l on l.subject = r.id
                                where r.id = ?1 and l.claim = ?2
                                """,
                                ImportRun.class)
                        .setParameter(1, claim.importId().value())
                        .setParameter(2, claim.token())
                        .getResultList();
        if (found.isEmpty()) {
            throw new ClaimLost(claim);
        }
        return found.getFirst();
    }

    /** Notes that the file was read to its end without a refusal. */
    public void checked(Claim claim) {
        entities.createNativeQuery("update import_run set checked = true where id = ?1")
                .setParameter(1, claim.importId().value())
                .executeUpdate();
    }

    /** Notes which batch execution works under the claim. */
    public void begun(Claim claim, long executionId) {
        entities.createNativeQuery(
                        """
                        with lease as (
                            update job_lease set execution_id = ?1 where claim = ?2
                            returning subject)
                        update import_run set execution_id = ?1
                        where id in (select subject from lease)
                        """)
                .setParameter(1, executionId)
                .setParameter(2, claim.token())
                .executeUpdate();
    }

    /**
     * Keeps the claims alive. A row that is locked belongs to a chunk being written, which is a
     * heartbeat itself and must not hold up the others.
     */
    public void heartbeat(Collection<UUID> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        entities.createNativeQuery(
                        """
                        update job_lease set heartbeat_at = clock_timestamp()
                        where subject in (select subject from job_lease
                            where claim = any(?1) for update skip locked)
                        """)
                .setParameter(1, tokens.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** The file is read to its end, or the job was asked to stop before. */
    public void end(Claim claim, boolean wholeFileRead) {
        finish(claim)
                .ifPresent(run -> {
                    run.end(Instant.now(), wholeFileRead);
                    metrics.ended(run.state());
                    if (run.state() == ImportState.COMPLETED) {
                        outbox.append(COMPLETED, run.id().value(), run.user().value());
                    }
                });
        if (wholeFileRead) {
            checked(claim);
        }
    }

    /** The import cannot go on; the user is told why. */
    public void fail(Claim claim, ProblemCode code, String detail) {
        finish(claim)
                .ifPresent(run -> {
                    run.fail(code, Storable.note(detail), Instant.now());
                    metrics.ended(run.state());
                });
    }

    private Optional<ImportRun> finish(Claim claim) {
        int held =
                entities.createNativeQuery(
                                "delete from job_lease where subject = ?1 and claim = ?2")
                        .setParameter(1, claim.importId().value())
                        .setParameter(2, claim.token())
                        .executeUpdate();
        return held == 1 ? Optional.ofNullable(locked(claim.importId().value())) : Optional.empty();
    }

    private @Nullable ImportRun locked(UUID id) {
        return entities.find(ImportRun.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<UUID> silentSubject() {
        return entities.createNativeQuery(
                        """
                        select subject from job_lease
                        where heartbeat_at < clock_timestamp() - make_interval(secs => ?1)
                        order by heartbeat_at limit 1 for update skip locked
                        """,
                        UUID.class)
                .setParameter(1, (double) SILENCE.toSeconds())
                .getResultStream()
                .map(UUID.class::cast)
                .findFirst();
    }

    private boolean isToGoOn(ImportRun run) {
        if (!run.state().isWorking()) {
            return false;
        }
        if (run.isStopRequested()) {
            run.end(Instant.now(), false);
            metrics.ended(run.state());
            return false;
        }
        if (run.attempts() < ATTEMPTS) {
            return true;
        }
        String detail =
                "The import was taken up %d times at record %d of the file and never got past it."
                        .formatted(ATTEMPTS, run.progress().position() + 1);
        run.fail(ProblemCode.INTERNAL, detail, Instant.now());
        metrics.ended(run.state());
        return false;
    }

    private Claim takeOver(ImportRun run, String node) {
        Claim claim = new Claim(run.id(), UUID.randomUUID(), run.lastExecution());
        entities.createNativeQuery(
                        """
                        update job_lease set node = ?1, claim = ?2, heartbeat_at = clock_timestamp()
                        where subject = ?3
                        """)
                .setParameter(1, node)
                .setParameter(2, claim.token())
                .setParameter(3, run.id().value())
                .executeUpdate();
        entities.createNativeQuery("update import_run set attempts = attempts + 1 where id = ?1")
                .setParameter(1, run.id().value())
                .executeUpdate();
        return claim;
    }

    private void release(UUID subject) {
        entities.createNativeQuery("delete from job_lease where subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
    }
}
