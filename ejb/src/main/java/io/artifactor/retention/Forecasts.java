package io.artifactor.retention;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Reach;
import io.artifactor.artifact.Reaches;
import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.retention.Forecast.Item;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to what a rule would take; looks only. */
@Stateless
public class Forecasts {

    /** Looked up once for all rows, of which there may be many. */
    private static final String HELD = "a.id in (select h.artifact_id from held_artifact h)";

    @Inject private RetentionRules rules;
    @Inject private Reaches reaches;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** What the rule would take at that time, the oldest first. */
    public Forecast of(Caller caller, RuleId id, Instant at, PageRequest request) {
        AgeRule rule = rules.get(caller, id);
        String counts =
                "select count(*) filter (where not HELD),"
                        + " coalesce(sum(a.size) filter (where not HELD), 0),"
                        + " count(*) filter (where HELD) ";
        Object[] sums =
                (Object[])
                        query(counts + Matching.FROM, rule, at, Object[].class).getSingleResult();
        long count = ((Number) sums[0]).longValue();
        long held = ((Number) sums[2]).longValue();
        Page<Item> page = page(caller, rule, at, request);
        return new Forecast(
                rule,
                at,
                count,
                ((Number) sums[1]).longValue(),
                held,
                request.withTotal() ? page.withTotal(count + held) : page);
    }

    private Page<Item> page(Caller caller, AgeRule rule, Instant at, PageRequest request) {
        String list = "retention of " + rule.id();
        Optional<Cursor> after = request.position(list);
        String sql =
                "select a.id, a.workspace_id, a.title, a.kind, a.size, a.created_at, HELD, a.reading_scope "
                        + Matching.FROM
                        + (after.isPresent()
                                ? " and (a.created_at, a.id) > (:afterAt, :afterId)"
                                : "")
                        + " order by a.created_at, a.id";
        Query query =
                query(sql, rule, at, Object[].class)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor ->
                query.setParameter("afterAt", cursor.instant(0))
                        .setParameter("afterId", cursor.uuid(1)));
        Reach readable = reaches.of(caller);
        List<?> rows = query.getResultList();
        List<Item> items = rows.stream().map(row -> item((Object[]) row, readable)).toList();
        return Page.of(items, request, list, item -> Cursor.at(item.arrivedAt(), item.id()));
    }

    private Query query(String sql, AgeRule rule, Instant at, Class<?> row) {
        return entities.createNativeQuery(sql.replace("HELD", HELD), row)
                .setParameter("rule", rule.id().value())
                .setParameter("before", rule.arrivedBefore(at));
    }

    private static Item item(Object[] row, Reach readable) {
        UUID id = (UUID) row[0];
        boolean told = readable.includes((UUID) row[7], new ArtifactId(id));
        return new Item(
                id,
                (UUID) row[1],
                Optional.of((String) row[2]).filter(title -> told),
                (String) row[3],
                ((Number) row[4]).longValue(),
                (Instant) row[5],
                (Boolean) row[6]);
    }
}
