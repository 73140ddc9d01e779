package io.artifactor.identity;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to what the audit log says, for auditors and administrators. */
@Stateless
public class AuditTrail {

    /** How many lines are handed out at once on the way into a file. */
    private static final int PORTION = 1_000;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private AuditLog log;
    @Inject private AuditChains chains;

    /** Lines, the last written first. */
    public Page<AuditLine> page(Caller caller, AuditFilter filter, PageRequest request) {
        caller.requireAuditor("see the log");
        String list = "audit " + filter.given();
        long before = request.position(list).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        Page<AuditLine> page =
                Page.of(
                        lines(filter, before, request.offset(), request.rows()),
                        request,
                        list,
                        line -> Cursor.at(line.entry().id()));
        return request.withTotal() ? page.withTotal(count(filter)) : page;
    }

    /**
     * Notes that the log is carried away.
     *
     * @return the number to begin with in {@link #portion}; what is written from now on is not in
     *     the file
     */
    public long beginExport(Caller caller, AuditFilter filter, String format) {
        caller.requireAuditor("see the log");
        long end =
                entities.createQuery(
                                "select coalesce(max(e.id), 0L) + 1L from AuditEntry e", Long.class)
                        .getSingleResult();
        AuditEvent event = AuditEvent.by(caller, "audit-exported", "audit:log");
        for (Map.Entry<String, String> given : filter.given().entrySet()) {
            event = event.with(given.getKey(), given.getValue());
        }
        log.append(event.with("format", format));
        return end;
    }

    /** The next lines of a file, those before the given number; none at its end. */
    public List<AuditLine> portion(Caller caller, AuditFilter filter, long before) {
        caller.requireAuditor("see the log");
        return lines(filter, before, 0, PORTION);
    }

    /**
     * Whether every line is there, and as it was written.
     *
     * @param anchor what an earlier check said, kept outside of the database
     */
    public AuditCheck check(Caller caller, Optional<String> anchor) {
        caller.requireAuditor("see the log");
        return chains.check(anchor.filter(text -> !text.isEmpty()).map(AuditAnchor::parse));
    }

    private List<AuditLine> lines(AuditFilter filter, long before, int skipped, int limit) {
        return asked(
                        filter,
                        before,
                        entities.createQuery(
                                """
                                select e as line, u.username as actorName
                                from AuditEntry e left join User u on u.id = e.actorId
                                """
                                        + "where "
                                        + filter.condition()
                                        + " order by e.id desc",
                                Tuple.class))
                .setFirstResult(skipped)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(AuditTrail::line)
                .toList();
    }

    private long count(AuditFilter filter) {
        return asked(
                        filter,
                        Long.MAX_VALUE,
                        entities.createQuery(
                                "select count(e) from AuditEntry e where " + filter.condition(),
                                Long.class))
                .getSingleResult();
    }

    private static <T> TypedQuery<T> asked(AuditFilter filter, long before, TypedQuery<T> query) {
        query.setParameter("before", before);
        filter.parameters().forEach(query::setParameter);
        return query;
    }

    private static AuditLine line(Tuple row) {
        return new AuditLine(
                row.get("line", AuditEntry.class),
                Optional.ofNullable(row.get("actorName", String.class)));
    }
}
