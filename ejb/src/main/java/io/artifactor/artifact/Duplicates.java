package io.artifactor.artifact;

import io.artifactor.artifact.DuplicateGroup.Member;
import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The door to what is in the library more than once. Groups are counted over what the caller may
 * read, the most bytes first; each shows its first artifacts. Three statements for any page.
 */
@Stateless
public class Duplicates {

    private static final int SHOWN = 20;

    /** Where the statements say what the caller may read. */
    private static final String READABLE = "READABLE";

    private static final String SAME_CONTENT =
            """
            select a.sha256 as key, count(*) as n, sum(a.size) - max(a.size) as bytes
            from artifact a
            where READABLE and a.deleted_at is null and a.size > 0
            group by a.sha256 having count(*) > 1
            """;

    private static final String NEARLY_SAME_TEXT =
            """
            select cast(t.group_id as text) as key, count(*) as n, sum(a.size) - max(a.size) as bytes
            from near_text t join artifact a on a.id = t.artifact_id and a.deleted_at is null
                and a.workspace_id = t.workspace_id
            where READABLE and t.group_id is not null
            group by t.group_id having count(*) > 1 and count(distinct a.sha256) > 1
            """;

    private static final String WITH_CONTENT =
            """
            select a.sha256 as key, a.id, cast(1 as real) as similarity, row_number() over (
                partition by a.sha256 order by a.created_at, a.id) as place
            from artifact a
            where READABLE and a.deleted_at is null and a.sha256 = any(:keys)
            """;

    private static final String WITH_TEXT =
            """
            select cast(t.group_id as text) as key, a.id, t.similarity, row_number() over (
                partition by t.group_id order by t.similarity desc, a.id) as place
            from near_text t join artifact a on a.id = t.artifact_id and a.deleted_at is null
                and a.workspace_id = t.workspace_id
            where READABLE
                and t.group_id = any(cast(:keys as uuid[]))
            """;

    @Inject private Reaches reaches;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Artifacts whose content is the same, byte for byte. */
    public Page<DuplicateGroup> sameContent(Caller caller, PageRequest request) {
        Reach reach = reaches.of(caller);
        String readable = reach.sql("a.reading_scope", "a.id");
        Page<Row> page =
                page(SAME_CONTENT.replace(READABLE, readable), "duplicates exact", reach, request);
        return withMembers(page, WITH_CONTENT.replace(READABLE, readable), reach);
    }

    /** Artifacts whose texts are nearly the same. */
    public Page<DuplicateGroup> similarText(Caller caller, PageRequest request) {
        Reach reach = reaches.of(caller);
        String readable = reach.sql("a.reading_scope", "a.id");
        Page<Row> page =
                page(
                        NEARLY_SAME_TEXT.replace(READABLE, readable),
                        "duplicates near",
                        reach,
                        request);
        return withMembers(page, WITH_TEXT.replace(READABLE, readable), reach);
    }

    private static String shown(String members) {
        return "select key, id, similarity from (%s) m where place <= %d order by key, place"
                .formatted(members, SHOWN);
    }

    private Page<Row> page(String groups, String list, Reach reach, PageRequest request) {
        Optional<Cursor> after = request.position(list);
        String condition =
                after.isPresent() ? "where bytes < :bytes or bytes = :bytes and key > :key" : "";
        Query query =
                entities.createNativeQuery(
                                "select key, n, bytes from (%s) g %s order by bytes desc, key"
                                        .formatted(groups, condition),
                                Object[].class)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bind(query);
        after.ifPresent(cursor ->
                query.setParameter("bytes", cursor.number(0)).setParameter("key", cursor.text(1)));
        List<Row> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            found.add(Row.of((Object[]) row));
        }
        Page<Row> page = Page.of(found, request, list, row -> Cursor.at(row.bytes(), row.key()));
        return request.withTotal() ? page.withTotal(count(groups, reach)) : page;
    }

    private long count(String groups, Reach reach) {
        Query query =
                entities.createNativeQuery("select count(*) from (" + groups + ") g", Long.class);
        return ((Number) reach.bind(query).getSingleResult()).longValue();
    }

    private static String[] keys(Page<Row> page) {
        return page.items().stream().map(Row::key).toArray(String[]::new);
    }

    private Page<DuplicateGroup> withMembers(Page<Row> page, String shown, Reach reach) {
        Map<String, List<Member>> members = new HashMap<>();
        if (!page.items().isEmpty()) {
            Query query =
                    entities.createNativeQuery(shown(shown), Object[].class)
                            .setParameter("keys", keys(page));
            List<?> found = reach.bind(query).getResultList();
            Map<UUID, Artifact> artifacts = artifacts(found);
            for (Object item : found) {
                Object[] row = (Object[]) item;
                Artifact artifact = artifacts.get((UUID) row[1]);
                if (artifact != null) {
                    members.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                            .add(new Member(artifact, ((Number) row[2]).doubleValue()));
                }
            }
        }
        return page.map(row ->
                new DuplicateGroup(
                        row.key(),
                        row.count(),
                        row.bytes(),
                        members.getOrDefault(row.key(), List.of())));
    }

    private Map<UUID, Artifact> artifacts(Collection<?> rows) {
        UUID[] ids = rows.stream().map(row -> (UUID) ((Object[]) row)[1]).toArray(UUID[]::new);
        return entities.createQuery(
                        "select a from Artifact a where array_has(:ids, a.id)", Artifact.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(artifact -> artifact.id().value(), it -> it));
    }

    /** A group without its artifacts. */
    private record Row(String key, long count, long bytes) {

        static Row of(Object[] row) {
            return new Row(
                    (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
        }
    }
}
