package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds artifacts for a caller: every query here asks for the caller's workspaces, so that nothing
 * can be found that may not be read. Takes part in the transaction of the door that asks.
 */
@ApplicationScoped
class ArtifactRows {

    /** The conversation is named by its entity's name: its package is not known here. */
    private static final String VIEW_FROM =
            """
            from Artifact a
            left join ArtifactVersion h on h.id = a.headId
            left join Conversation c on c.id = a.conversationId and c.deletedAt is null
            """;

    @Inject private Workspaces workspaces;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    ArtifactView view(Caller caller, ArtifactId id) {
        List<Object[]> rows =
                entities.createQuery(
                                "select a, h, c.id, c.title "
                                        + VIEW_FROM
                                        + "where a.id = :id and a.deletedAt is null"
                                        + " and a.workspaceId in :readable",
                                Object[].class)
                        .setParameter("id", id.value())
                        .setParameter("readable", readable(caller))
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(ArtifactRows::view)
                .orElseThrow(() -> Problem.notFound("artifact", id));
    }

    /** The artifact alone, for what hangs below it. */
    Artifact readable(Caller caller, ArtifactId id) {
        return find(caller, id, LockModeType.NONE);
    }

    /** The artifact, kept from everyone else who wants to write it until the transaction ends. */
    Artifact writable(Caller caller, ArtifactId id) {
        Artifact artifact = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        workspaces.requireEditor(caller, artifact.workspace());
        return artifact;
    }

    private Artifact find(Caller caller, ArtifactId id, LockModeType lock) {
        return entities.createQuery(
                        """
                        select a from Artifact a
                        where a.id = :id and a.deletedAt is null and a.workspaceId in :readable
                        """,
                        Artifact.class)
                .setParameter("id", id.value())
                .setParameter("readable", readable(caller))
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("artifact", id));
    }

    Page<ArtifactView> page(
            Caller caller, ArtifactFilter filter, ArtifactSort sort, PageRequest request) {
        String list = "artifacts " + sort.id() + " " + filter;
        List<String> conditions = new ArrayList<>(filter.conditions());
        Set<UUID> readable = readable(caller);
        request.position(list).ifPresent(cursor -> conditions.add(sort.after()));
        TypedQuery<Object[]> query =
                entities.createQuery(
                                "select a, h, c.id, c.title, "
                                        + sort.key()
                                        + " "
                                        + VIEW_FROM
                                        + where(conditions)
                                        + " order by "
                                        + sort.orderBy(),
                                Object[].class)
                        .setParameter("readable", readable)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        filter.parameters().forEach(query::setParameter);
        request.position(list)
                .ifPresent(cursor ->
                        query.setParameter("afterKey", sort.afterKey(cursor))
                                .setParameter("afterId", sort.afterId(cursor)));
        Page<ArtifactView> page =
                Page.of(query.getResultList(), request, list, ArtifactRows::position)
                        .map(ArtifactRows::view);
        return request.withTotal() ? page.withTotal(count(readable, filter)) : page;
    }

    private long count(Set<UUID> readable, ArtifactFilter filter) {
        TypedQuery<Long> query =
                entities.createQuery(
                                "select count(a) from Artifact a " + where(filter.conditions()),
                                Long.class)
                        .setParameter("readable", readable);
        for (Map.Entry<String, Object> parameter : filter.parameters().entrySet()) {
            query.setParameter(parameter.getKey(), parameter.getValue());
        }
        return query.getSingleResult();
    }

    private static String where(List<String> conditions) {
        StringBuilder where =
                new StringBuilder("where a.workspaceId in :readable and a.deletedAt is null");
        conditions.forEach(condition -> where.append(" and ").append(condition));
        return where.toString();
    }

    private static ArtifactView view(Object[] row) {
        return ArtifactView.of(
                (Artifact) row[0], (ArtifactVersion) row[1], (UUID) row[2], (String) row[3]);
    }

    private static Cursor position(Object[] row) {
        return Cursor.at(row[4], ((Artifact) row[0]).id());
    }

    private Set<UUID> readable(Caller caller) {
        return workspaces.readableBy(caller).stream()
                .map(WorkspaceId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names stored content in the database; whoever else does so at the same time is welcome. */
    void name(StoredBlob blob) {
        entities.createNativeQuery(
                        "insert into blob (sha256, size) values (:sha256, :size)"
                                + " on conflict do nothing")
                .setParameter("sha256", blob.digest().hex())
                .setParameter("size", blob.size())
                .executeUpdate();
    }
}
