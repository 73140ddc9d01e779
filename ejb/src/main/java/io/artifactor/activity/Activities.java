package io.artifactor.activity;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The door to what people did: the caller sees that of the workspaces whose content they may read,
 * and nothing of others. A page costs the same number of statements, whatever is on it.
 */
@Stateless
public class Activities {

    /** Every line as it was written. */
    private static final String LINES =
            """
            select b.id, b.workspace_id, b.actor_id, u.display_name, b.verb, b.subject_type,
                b.subject_id, b.title, b.occurrences, b.at, b.until
            from activity b join app_user u on u.id = b.actor_id
            where b.id = b.burst
            """;

    /** Every line as far as it is about one subject. */
    private static final String LINES_OF_SUBJECT =
            """
            select b.id, b.workspace_id, b.actor_id, u.display_name, b.verb, b.subject_type,
                b.subject_id, b.title, b.occurrences, b.at, b.until
            from (select burst as id, workspace_id, actor_id, verb, subject_type, subject_id,
                    min(title) as title, count(*) as occurrences, min(at) as at, max(at) as until
                from activity where subject_id = :artifact
                group by burst, workspace_id, actor_id, verb, subject_type, subject_id) b
            join app_user u on u.id = b.actor_id
            where true
            """;

    @Inject private Workspaces workspaces;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** The last ones first. */
    public Page<Activity> page(Caller caller, ActivityFilter filter, PageRequest request) {
        String list = "activity " + filter;
        List<String> conditions = new ArrayList<>(List.of("b.workspace_id = any(:readable)"));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("readable", readable(caller, filter));
        narrow(filter, conditions, parameters);
        String lines = filter.artifact().isPresent() ? LINES_OF_SUBJECT : LINES;
        String counted = lines + and(conditions);
        Map<String, Object> ofPage = new LinkedHashMap<>(parameters);
        request.position(list)
                .ifPresent(cursor -> {
                    conditions.add("(b.at, b.id) < (:lastAt, :lastId)");
                    ofPage.put("lastAt", cursor.instant(0));
                    ofPage.put("lastId", cursor.uuid(1));
                });
        Query query =
                entities.createNativeQuery(
                                lines + and(conditions) + " order by b.at desc, b.id desc",
                                Object[].class)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        ofPage.forEach(query::setParameter);
        List<Activity> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(activity((Object[]) row));
        }
        Page<Activity> page = Page.of(found, request, list, it -> Cursor.at(it.at(), it.id()));
        return request.withTotal() ? page.withTotal(count(counted, parameters)) : page;
    }

    private UUID[] readable(Caller caller, ActivityFilter filter) {
        Set<WorkspaceId> readable = workspaces.readableBy(caller);
        if (filter.workspace().isEmpty()) {
            return WorkspaceId.array(readable);
        }
        UUID asked = filter.workspace().get();
        if (!readable.contains(new WorkspaceId(asked))) {
            throw Problem.notFound("workspace", asked);
        }
        return new UUID[] {asked};
    }

    private static void narrow(
            ActivityFilter filter, List<String> conditions, Map<String, Object> parameters) {
        filter.artifact().ifPresent(it -> parameters.put("artifact", it));
        filter.actor()
                .ifPresent(it -> {
                    conditions.add("b.actor_id = :actor");
                    parameters.put("actor", it);
                });
        filter.type()
                .ifPresent(it -> {
                    conditions.add("b.verb = :verb");
                    parameters.put("verb", it);
                });
        filter.span()
                .from()
                .ifPresent(it -> {
                    conditions.add("b.until >= :from");
                    parameters.put("from", it);
                });
        filter.span()
                .to()
                .ifPresent(it -> {
                    conditions.add("b.at < :to");
                    parameters.put("to", it);
                });
    }

    private long count(String lines, Map<String, Object> parameters) {
        Query query =
                entities.createNativeQuery("select count(*) from (" + lines + ") l", Long.class);
        parameters.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private static String and(List<String> conditions) {
        StringBuilder text = new StringBuilder();
        conditions.forEach(condition -> text.append(" and ").append(condition));
        return text.toString();
    }

    private static Activity activity(Object[] row) {
        return new Activity(
                (UUID) row[0],
                (UUID) row[1],
                new Activity.Actor((UUID) row[2], (String) row[3]),
                (String) row[4],
                new Activity.Subject((String) row[5], (UUID) row[6], (String) row[7]),
                ((Number) row[8]).longValue(),
                instant(row[9]),
                instant(row[10]));
    }

    /** The provider may show a time with its zone, which is UTC. */
    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
