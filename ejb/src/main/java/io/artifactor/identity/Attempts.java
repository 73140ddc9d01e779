package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts attempts to guess a password, for all nodes together. An attempt counts as failed from its
 * beginning until it is known to be right, so that many at once do not slip through; one refused
 * because of others does not count, so that nobody is shut out for longer than they guess.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Attempts {

    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration FORGOTTEN = Duration.ofDays(1);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;

    /** Begins one; how long to wait for it, if it may not begin yet. */
    public Optional<Duration> begin(List<AttemptLane> lanes) {
        Instant now = clock.now();
        for (int i = 0; i < lanes.size(); i++) {
            AttemptLane lane = lanes.get(i);
            if (!take(lane, now)) {
                withdrawn(lanes.subList(0, i));
                return Optional.of(left(lane, now));
            }
        }
        return Optional.empty();
    }

    /** The password was right: those before it were slips. Of an address only this one was. */
    public void succeeded(List<AttemptLane> lanes) {
        lanes.forEach(lane -> {
            if (lane.key().startsWith("network ")) {
                giveBack(lane);
            } else {
                entities.createNativeQuery("delete from sign_in_failure where lane = :lane")
                        .setParameter("lane", lane.key())
                        .executeUpdate();
            }
        });
    }

    /** It was not looked at. */
    public void withdrawn(List<AttemptLane> lanes) {
        lanes.forEach(this::giveBack);
    }

    /** Removes what does not count any more. */
    public void sweep() {
        entities.createNativeQuery("delete from sign_in_failure where last_at < :forgotten")
                .setParameter("forgotten", clock.now().minus(FORGOTTEN))
                .executeUpdate();
    }

    /** After so many failures, how long to wait for the next attempt. */
    static Duration delay(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    // The same delay as above; the row is held while it is compared.
    private boolean take(AttemptLane lane, Instant now) {
        return entities.createNativeQuery(
                                """
                                insert into sign_in_failure as f (lane, failures, last_at)
                                values (:lane, 1, :now)
                                on conflict (lane) do update set last_at = :now,
                                    failures = case when f.last_at < :forgotten then 1
                                        else f.failures + 1 end
                                where f.failures < :free or f.last_at <= cast(:now as timestamptz)
                                    - least(power(2, least(f.failures - :free, 20)), :longest)
                                    * interval '1 second'
                                """)
                        .setParameter("lane", lane.key())
                        .setParameter("now", now)
                        .setParameter("forgotten", now.minus(FORGOTTEN))
                        .setParameter("free", lane.free())
                        .setParameter("longest", LONGEST.toSeconds())
                        .executeUpdate()
                > 0;
    }

    private Duration left(AttemptLane lane, Instant now) {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                select failures,
                                    cast(extract(epoch from last_at) * 1000 as bigint) as last_at
                                from sign_in_failure where lane = :lane
                                """,
                                Tuple.class)
                        .setParameter("lane", lane.key())
                        .getResultList();
        if (rows.isEmpty()) {
            return Duration.ofSeconds(1);
        }
        Tuple row = (Tuple) rows.getFirst();
        Instant end =
                Instant.ofEpochMilli(row.get("last_at", Long.class))
                        .plus(delay(row.get("failures", Integer.class), lane.free()));
        Duration left = Duration.between(now, end);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private void giveBack(AttemptLane lane) {
        entities.createNativeQuery(
                        """
                        update sign_in_failure set failures = greatest(failures - 1, 0)
                        where lane = :lane
                        """)
                .setParameter("lane", lane.key())
                .executeUpdate();
    }
}
