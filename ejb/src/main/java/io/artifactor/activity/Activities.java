package io.artifactor.activity;

import io.artifactor.artifact.Reach;
import io.artifactor.artifact.Reaches;
import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
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
 * and of others what was done to artifacts granted to them. A page costs the same number of
 * statements, whatever is on it.
 */
@Stateless
public class Activities {

    private static final String SELECT =
            """
            select b.id, b.workspace_id, b.actor_id, u.display_name, b.verb, b.subject_type,
                b.subject_id, b.title, b.occurrences, b.at, b.until
            from (LINES) b join app_user u on u.id = b.actor_id
            where true
            """;

    /** Every line as it was written. */
    private static final String LINES =
            """
            select id, workspace_id, actor_id, verb, subject_type, subject_id, title,
                occurrences, at, until
            from activity where id = burst and READABLE
            """;

    /** And those of elsewhere as far as they are about what is granted. */
    private static final String LINES_AND_GRANTED =
            LINES
                    + """
                    union all
                    select burst, workspace_id, actor_id, verb,
                        (array_agg(subject_type order by at, id))[1],
                        (array_agg(subject_id order by at, id))[1],
                        (array_agg(title order by at, id))[1], count(*), min(at), max(at)
                    from activity
                    where subject_id = any(:granted) and not workspace_id = any(:places)
                    group by burst, workspace_id, actor_id, verb
                    """;

    /** Every line as far as it is about one subject. */
    private static final String LINES_OF_SUBJECT =
            """
            select burst as id, workspace_id, actor_id, verb, subject_type, subject_id,
                min(title) as title, count(*) as occurrences, min(at) as at, max(at) as until
            from activity where subject_id = :artifact and (READABLE ELSEWHERE)
            group by burst, workspace_id, actor_id, verb, subject_type, subject_id
            """;

    /** In a workspace of the caller's, what is not private or theirs to read all the same. */
    private static final String HERE =
            "workspace_id = any(:places)"
                    + " and (private_scope is null or private_scope = any(:readable))";

    /** Who may read the artifact, wherever it lies, sees what became of it. */
    private static final String ELSEWHERE =
            " or exists (select from artifact a where a.id = :artifact and a.deleted_at is null"
                    + " and a.visibility = 'public')";

    @Inject private Reaches reaches;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** The last ones first. */
    public Page<Activity> page(Caller caller, ActivityFilter filter, PageRequest request) {
        String list = "activity " + filter;
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        Reach reach = reaches.of(caller);
        Set<WorkspaceId> places = places(reach, filter);
        narrow(filter, conditions, parameters);
        String lines = SELECT.replace("LINES", lines(filter, reach));
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
        query.setParameter("places", WorkspaceId.array(places));
        reach.bind(query);
        List<Activity> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(activity((Object[]) row));
        }
        Page<Activity> page = Page.of(found, request, list, it -> Cursor.at(it.at(), it.id()));
        return request.withTotal()
                ? page.withTotal(count(counted, parameters, places, reach))
                : page;
    }

    /** The caller's workspaces, or the one of them that is asked for. */
    private static Set<WorkspaceId> places(Reach reach, ActivityFilter filter) {
        if (filter.workspace().isEmpty()) {
            return reach.workspaces();
        }
        WorkspaceId asked = new WorkspaceId(filter.workspace().get());
        if (!reach.workspaces().contains(asked)) {
            throw Problem.notFound("workspace", asked);
        }
        return Set.of(asked);
    }

    private static String lines(ActivityFilter filter, Reach reach) {
        boolean everywhere = filter.workspace().isEmpty();
        String granted = reach.granted().isEmpty() ? "" : " or subject_id = any(:granted)";
        if (filter.artifact().isPresent()) {
            String elsewhere = everywhere ? granted + ELSEWHERE : inPlace(granted);
            return LINES_OF_SUBJECT.replace("READABLE", HERE).replace("ELSEWHERE", elsewhere);
        }
        String lines = everywhere && !granted.isEmpty() ? LINES_AND_GRANTED : LINES;
        return lines.replace("READABLE", "(" + HERE + inPlace(granted) + ")");
    }

    private static String inPlace(String granted) {
        return granted.isEmpty() ? "" : granted + " and workspace_id = any(:places)";
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

    private long count(
            String lines, Map<String, Object> parameters, Set<WorkspaceId> places, Reach reach) {
        Query query =
                entities.createNativeQuery("select count(*) from (" + lines + ") l", Long.class);
        parameters.forEach(query::setParameter);
        query.setParameter("places", WorkspaceId.array(places));
        reach.bind(query);
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
