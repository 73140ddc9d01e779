package io.artifactor.retention;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who works on which run. For the job, not for edges: no caller, no permission. All times are the
 * database's own.
 */
@Stateless
public class RetentionClaims {

    /** A server this long silent, in seconds, is taken for dead. */
    private static final int SILENCE = 20;

    private static final int ATTEMPTS = 5;

    private static final String NEVER =
            "It was taken up several times at the same place and never got past it.";

    private static final String SILENT =
            "heartbeat_at < clock_timestamp() - make_interval(secs => %d)".formatted(SILENCE);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Takes what stands in line, or what a silent server left. */
    public Optional<RetentionClaim> claim() {
        giveUpWhatNeverGetsOn();
        List<?> rows =
                entities.createNativeQuery(
                                """
                                update retention_run set state = 'running', claim = gen_random_uuid(),
                                    attempts = attempts + case state when 'running' then 1 else 0 end,
                                    started_at = coalesce(started_at, now()),
                                    heartbeat_at = clock_timestamp()
                                where id = (select id from retention_run
                                    where state = 'queued' or state = 'running' and SILENT
                                    order by created_at limit 1 for update skip locked)
                                returning id, claim
                                """
                                        .replace("SILENT", SILENT),
                                Object[].class)
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new RetentionClaim((UUID) row[0], (UUID) row[1]));
    }

    private void giveUpWhatNeverGetsOn() {
        entities.createNativeQuery(
                        """
                        update retention_run set state = 'failed', ended_at = now(), claim = null,
                            problem = coalesce(problem, :never)
                        where state = 'running' and attempts >= :attempts and SILENT
                        """
                                .replace("SILENT", SILENT))
                .setParameter("never", NEVER)
                .setParameter("attempts", ATTEMPTS)
                .executeUpdate();
    }

    /** Keeps the claim alive; a row that is locked is being written, which is a sign of life. */
    public void heartbeat(RetentionClaim claim) {
        entities.createNativeQuery(
                        """
                        update retention_run set heartbeat_at = clock_timestamp() where id in (
                            select id from retention_run where id = :run and claim = :token
                            for update skip locked)
                        """)
                .setParameter("run", claim.run())
                .setParameter("token", claim.token())
                .executeUpdate();
    }

    /** The claim's execution ended without a word; it is taken up again, and why is kept. */
    public void interrupted(RetentionClaim claim, String problem) {
        entities.createNativeQuery(
                        """
                        update retention_run set problem = :problem,
                            heartbeat_at = clock_timestamp() - make_interval(secs => 15)
                        where id = :run and claim = :token
                        """)
                .setParameter("problem", problem)
                .setParameter("run", claim.run())
                .setParameter("token", claim.token())
                .executeUpdate();
    }
}
