package io.artifactor.operation;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who does which piece of work. For the jobs, not for edges: no caller, no permission. All times
 * are the database's own.
 */
@Stateless
public class WorkClaims {

    /** A server this long silent, in seconds, is taken for dead. */
    private static final int SILENCE = 20;

    /**
     * How much of the silence, in seconds, is waited no more if an execution is known to be over.
     */
    private static final int SPARED = 15;

    private static final int ATTEMPTS = 5;

    private static final String NEVER =
            "It was taken up several times at the same place and never got past it.";

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Takes what stands in line, or what a silent server left. */
    public Optional<WorkClaim> claim(ClaimedWork work) {
        giveUpWhatNeverGetsOn(work);
        List<?> rows =
                entities.createNativeQuery(
                                of(
                                        work,
                                        """
                                        update TABLE set state = 'running', claim = gen_random_uuid(),
                                            attempts = attempts + case state when 'running' then 1 else 0 end,
                                            started_at = coalesce(started_at, now()),
                                            heartbeat_at = clock_timestamp()
                                        where id = (select id from TABLE
                                            where state = 'queued' or state = 'running' and SILENT
                                            order by created_at limit 1 for update skip locked)
                                        returning id, claim
                                        """),
                                Object[].class)
                        .setParameter("silence", SILENCE)
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new WorkClaim((UUID) row[0], (UUID) row[1]));
    }

    private void giveUpWhatNeverGetsOn(ClaimedWork work) {
        int givenUp =
                entities.createNativeQuery(
                                of(
                                        work,
                                        """
                                        update TABLE set state = 'failed', ended_at = now(),
                                            claim = null, problem = coalesce(problem, :never)
                                        where state = 'running' and attempts >= :attempts and SILENT
                                        """))
                        .setParameter("never", NEVER)
                        .setParameter("attempts", ATTEMPTS)
                        .setParameter("silence", SILENCE)
                        .executeUpdate();
        if (givenUp > 0) {
            work.clearAway();
        }
    }

    /** Keeps the claim alive; a row that is locked is being written, which is a sign of life. */
    public void heartbeat(ClaimedWork work, WorkClaim claim) {
        entities.createNativeQuery(
                        of(
                                work,
                                """
                                update TABLE set heartbeat_at = clock_timestamp() where id in (
                                    select id from TABLE where id = :work and claim = :token
                                    for update skip locked)
                                """))
                .setParameter("work", claim.work())
                .setParameter("token", claim.token())
                .executeUpdate();
    }

    /**
     * The claim's execution ended without a word; it is taken up again, and why is kept.
     *
     * @param problem empty if nobody said
     */
    public void interrupted(ClaimedWork work, WorkClaim claim, String problem) {
        entities.createNativeQuery(
                        of(
                                work,
                                """
                                update TABLE set problem = nullif(:problem, ''),
                                    heartbeat_at = clock_timestamp() - make_interval(secs => :spared)
                                where id = :work and claim = :token
                                """))
                .setParameter("problem", problem)
                .setParameter("spared", SPARED)
                .setParameter("work", claim.work())
                .setParameter("token", claim.token())
                .executeUpdate();
    }

    private static String of(ClaimedWork work, String statement) {
        return statement
                .replace(
                        "SILENT",
                        "heartbeat_at < clock_timestamp() - make_interval(secs => :silence)")
                .replace("TABLE", work.table());
    }
}
