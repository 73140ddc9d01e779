package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to what would go if old things went; looks only. Concerns what the caller may change,
 * because nobody can make a rule for anything else.
 */
@Stateless
public class Retention {

    @Inject private Reaches reaches;
    @Inject private Workspaces workspaces;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** What the rule would take, the oldest first. */
    public RetentionPreview preview(Caller caller, RetentionRule rule, PageRequest request) {
        UUID[] editable = WorkspaceId.array(workspaces.editableBy(caller));
        Object[] sums =
                query(
                                caller,
                                "select count(a), coalesce(sum(a.size), 0) from Artifact a",
                                "",
                                rule,
                                editable)
                        .getSingleResult();
        long count = ((Number) sums[0]).longValue();
        Page<Artifact> page = page(caller, rule, editable, request);
        return new RetentionPreview(
                rule,
                count,
                ((Number) sums[1]).longValue(),
                request.withTotal() ? page.withTotal(count) : page);
    }

    private Page<Artifact> page(
            Caller caller, RetentionRule rule, UUID[] editable, PageRequest request) {
        String list = "retention " + rule.age() + " " + rule.filter();
        Optional<Cursor> after = request.position(list);
        String tail =
                (after.isPresent() ? " and (a.createdAt, a.id) > (:afterAt, :afterId)" : "")
                        + " order by a.createdAt, a.id";
        TypedQuery<Object[]> query =
                query(caller, "select a, a.id from Artifact a", tail, rule, editable)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        after.ifPresent(cursor ->
                query.setParameter("afterAt", cursor.instant(0))
                        .setParameter("afterId", cursor.uuid(1)));
        List<Artifact> found =
                query.getResultList().stream().map(row -> (Artifact) row[0]).toList();
        return Page.of(
                found, request, list, artifact -> Cursor.at(artifact.createdAt(), artifact.id()));
    }

    private TypedQuery<Object[]> query(
            Caller caller, String select, String tail, RetentionRule rule, UUID[] editable) {
        List<String> conditions = new ArrayList<>(rule.filter().conditions());
        conditions.add("array_has(:editable, a.workspaceId)");
        conditions.add("array_has(:readable, a.readingScope)");
        conditions.add("a.deletedAt is null");
        conditions.add("a.createdAt < :before");
        TypedQuery<Object[]> query =
                entities.createQuery(
                                select + " where " + String.join(" and ", conditions) + tail,
                                Object[].class)
                        .setParameter("editable", editable)
                        .setParameter("readable", reaches.of(caller).scopes().toArray(UUID[]::new))
                        .setParameter("before", rule.arrivedBefore());
        rule.filter().parameters(caller).forEach(query::setParameter);
        return query;
    }
}
