package io.artifactor.identity;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of the audit log that were not taken elsewhere yet. Lines are followed along their
 * chains: a place in a chain is given as a transaction commits, so none appears behind the place
 * that was reached. Whoever reads here makes sure that nobody else does at the same time.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditFeed {

    // The greatest number so far along a chain puts lines of several chains in their order, and
    // cuts no chain but at its end.
    private static final String NEXT =
            """
            select cast(l.lane as integer) as lane, l.position as position, l.entry_id as line,
                l.lane || '-' || l.position || '-' || encode(l.hash, 'hex') as anchor,
                max(l.entry_id) over (partition by l.lane order by l.position) as rank
            from audit_sent s cross join lateral (
                select lane, position, entry_id, hash from audit_link
                where lane = s.lane and position > s.position
                order by position limit :most) l
            order by rank, lane, position
            limit :most
            """;

    private static final String WAITING =
            """
            select cast(coalesce(sum(h.position - s.position), 0) as bigint) as lines,
                cast(coalesce(extract(epoch from now() - min(e.at)), 0) as bigint) as seconds
            from audit_sent s join audit_lane h on h.lane = s.lane
            left join audit_link l on l.lane = s.lane and l.position = s.position + 1
            left join audit_entry e on e.id = l.entry_id
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /**
     * What was not taken yet.
     *
     * @param oldest since when the first line waits
     */
    public record Waiting(long lines, Duration oldest) {}

    /** The next lines, in the order in which they were written. */
    public List<BoundAuditLine> next(int most) {
        List<?> found =
                entities.createNativeQuery(NEXT, Tuple.class)
                        .setParameter("most", most)
                        .getResultList();
        List<Tuple> places = found.stream().map(Tuple.class::cast).toList();
        Map<Long, AuditLine> lines =
                lines(places.stream().map(row -> row.get("line", Long.class)).toList());
        return places.stream()
                .map(row ->
                        new BoundAuditLine(
                                row.get("line", Long.class),
                                Optional.ofNullable(lines.get(row.get("line", Long.class))),
                                row.get("lane", Integer.class),
                                row.get("position", Long.class),
                                row.get("anchor", String.class)))
                .toList();
    }

    /** These were taken and do not come again. */
    public void taken(List<BoundAuditLine> lines) {
        Map<Integer, Long> reached =
                lines.stream()
                        .collect(toMap(BoundAuditLine::chain, BoundAuditLine::position, Math::max));
        reached.forEach((chain, position) ->
                entities.createNativeQuery(
                                "update audit_sent set position = :position where lane = :lane")
                        .setParameter("position", position)
                        .setParameter("lane", chain)
                        .executeUpdate());
    }

    public Waiting waiting() {
        Tuple row = (Tuple) entities.createNativeQuery(WAITING, Tuple.class).getSingleResult();
        return new Waiting(
                row.get("lines", Long.class), Duration.ofSeconds(row.get("seconds", Long.class)));
    }

    private Map<Long, AuditLine> lines(List<Long> ids) {
        return entities
                .createQuery(
                        """
                        select e as line, u.username as actorName
                        from AuditEntry e left join User u on u.id = e.actorId
                        where e.id in :ids
                        """,
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(row ->
                        new AuditLine(
                                row.get("line", AuditEntry.class),
                                Optional.ofNullable(row.get("actorName", String.class))))
                .collect(toMap(line -> line.entry().id(), identity()));
    }
}
