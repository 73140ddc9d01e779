package io.artifactor.identity;

import io.artifactor.identity.AuditCheck.Break;
import io.artifactor.identity.AuditCheck.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chains that bind the lines of the audit log, all in the database, which also makes
 * them: no line has to be carried here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AuditChains {

    private static final int MOST_BREAKS = 100;

    // One statement, so of one moment: what is being written meanwhile is in all of it or in none.
    private static final String BREAKS =
            """
            with walked as (
                select lane, position, entry_id, hash,
                    lag(hash) over along as hash_before, lag(position) over along as position_before
                from audit_link window along as (partition by lane order by position)
            )
            select cast(w.lane as integer) as lane, w.position as position, w.entry_id as line,
                case when e.id is null then 'line-missing'
                    when w.position <> coalesce(w.position_before, 0) + 1 then 'link-missing'
                    else 'line-changed' end as reason
            from walked w left join audit_entry e on e.id = w.entry_id
            where e.id is null or w.position <> coalesce(w.position_before, 0) + 1
                or w.hash <> audit_digest(coalesce(w.hash_before, cast('' as bytea)), e)
            union all
            select cast(null as integer), cast(null as bigint), e.id, 'link-missing'
            from audit_entry e
            where not exists (select 1 from audit_link l where l.entry_id = e.id)
            union all
            select cast(h.lane as integer), h.position, cast(null as bigint), 'end-missing'
            from audit_lane h
            left join lateral (
                select l.position, l.hash from audit_link l where l.lane = h.lane
                order by l.position desc limit 1) last on true
            where h.position <> coalesce(last.position, 0)
                or h.hash <> coalesce(last.hash, cast('' as bytea))
            order by lane, position, line
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    public AuditCheck check(Optional<AuditAnchor> earlier) {
        List<Break> breaks = new ArrayList<>(breaks());
        for (AuditAnchor.End end : earlier.map(AuditAnchor::ends).orElse(List.of())) {
            if (!isOnItsWay(end)) {
                breaks.add(
                        new Break(
                                Optional.of(end.chain()),
                                Optional.of(end.position()),
                                Optional.empty(),
                                Reason.ANCHOR_MISSING));
            }
        }
        return new AuditCheck(count(), breaks, anchor().text());
    }

    private List<Break> breaks() {
        List<?> rows =
                entities.createNativeQuery(BREAKS, Tuple.class)
                        .setMaxResults(MOST_BREAKS)
                        .getResultList();
        return rows.stream().map(row -> breakOf((Tuple) row)).toList();
    }

    private static Break breakOf(Tuple row) {
        @Nullable Integer lane = row.get("lane", Integer.class);
        return new Break(
                Optional.ofNullable(lane),
                Optional.ofNullable(row.get("position", Long.class)),
                Optional.ofNullable(row.get("line", Long.class)),
                Reason.of(row.get("reason", String.class)));
    }

    private boolean isOnItsWay(AuditAnchor.End end) {
        return !entities.createNativeQuery(
                        """
                        select position from audit_link
                        where lane = :lane and position = :position and hash = decode(:hash, 'hex')
                        """,
                        Long.class)
                .setParameter("lane", end.chain())
                .setParameter("position", end.position())
                .setParameter("hash", end.hash())
                .getResultList()
                .isEmpty();
    }

    private long count() {
        return (Long)
                entities.createNativeQuery("select count(*) from audit_link", Long.class)
                        .getSingleResult();
    }

    private AuditAnchor anchor() {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                select cast(lane as integer) as lane, position as position,
                                    encode(hash, 'hex') as hash
                                from audit_lane where position > 0 order by lane
                                """,
                                Tuple.class)
                        .getResultList();
        return new AuditAnchor(rows.stream().map(row -> endOf((Tuple) row)).toList());
    }

    private static AuditAnchor.End endOf(Tuple row) {
        return new AuditAnchor.End(
                row.get("lane", Integer.class),
                row.get("position", Long.class),
                row.get("hash", String.class));
    }
}
