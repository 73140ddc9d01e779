package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds artifacts for a caller: every query here asks for the caller's {@link Reach}, so that
 * nothing can be found that may not be read. Takes part in the transaction of the door that asks.
 */
@ApplicationScoped
class ArtifactRows {

    /** The conversation is named by its entity's name: its package is not known here. */
    private static final String VIEW_FROM =
            """
            from Artifact a
            left join ArtifactVersion h on h.id = a.headId
            left join Conversation c on c.id = a.conversationId and c.deletedAt is null
                and array_has(:readable, c.workspaceId)
            """;

    private static final int SORT_KEY = 6;

    /** What {@code :user} opened; a condition follows. */
    private static final String OPENED =
            """
            join RecentArtifact r on r.key.artifactId = a.id and r.key.userId = :user
            where a.deletedAt is null and
            """;

    /** Between the names of tags, none of which holds a control character. */
    private static final String BETWEEN = "\u001f";

    /** What {@link #view(Object[])} makes a view of, for {@code :user}. */
    private static final String VIEW_SELECT =
            """
            select a, h, c.id, c.title,
                (select listagg(t.name, 'BETWEEN') within group (order by t.nameKey)
                    from ArtifactTag x join Tag t on t.id = x.key.tagId
                    where x.key.artifactId = a.id),
                (select count(f) from Favourite f
                    where f.key.artifactId = a.id and f.key.userId = :user)
            """
                    .replace("BETWEEN", BETWEEN);

    @Inject private Reaches reaches;
    @Inject private BlobStore store;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    ArtifactView view(Caller caller, ArtifactId id) {
        return view(caller, reaches.of(caller), id, "a.deletedAt is null");
    }

    /** What the caller has changed, a last time even if it is not theirs to read any more. */
    ArtifactView changed(Caller caller, Artifact artifact) {
        ArtifactId id = artifact.id();
        Reach reach = reaches.of(caller);
        boolean theirs = reach.includes(ReadingScope.of(artifact), id);
        return view(caller, theirs ? reach : reach.with(id), id, "a.deletedAt is null");
    }

    private ArtifactView view(Caller caller, Reach reach, ArtifactId id, String condition) {
        TypedQuery<Object[]> query =
                entities.createQuery(
                                VIEW_SELECT
                                        + VIEW_FROM
                                        + "where a.id = :id and "
                                        + reach.condition()
                                        + " and "
                                        + condition,
                                Object[].class)
                        .setParameter("id", id.value())
                        .setParameter("user", caller.user().value());
        List<Object[]> rows = reach.bind(query).getResultList();
        return rows.stream()
                .findFirst()
                .map(ArtifactRows::view)
                .orElseThrow(() -> Problem.notFound("artifact", id));
    }

    /** The artifact alone, for what hangs below it. */
    Artifact readable(Caller caller, ArtifactId id) {
        return find(caller, id, LockModeType.NONE);
    }

    /** Where the artifact is, without reading it. */
    WorkspaceId workspaceOf(Caller caller, ArtifactId id) {
        Reach reach = reaches.of(caller);
        TypedQuery<UUID> query =
                entities.createQuery(
                                "select a.workspaceId from Artifact a"
                                        + " where a.id = :id and a.deletedAt is null and "
                                        + reach.condition(),
                                UUID.class)
                        .setParameter("id", id.value());
        return reach.bind(query)
                .getResultStream()
                .findFirst()
                .map(WorkspaceId::new)
                .orElseThrow(() -> Problem.notFound("artifact", id));
    }

    /** The artifact, kept from everyone else who wants to write it until the transaction ends. */
    Artifact writable(Caller caller, ArtifactId id) {
        Artifact artifact = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        reaches.requireGrantor(caller, artifact);
        return artifact;
    }

    /** The same for its content and description, which somebody may edit it is granted to. */
    Artifact editable(Caller caller, ArtifactId id) {
        Artifact artifact = find(caller, id, LockModeType.PESSIMISTIC_WRITE);
        reaches.requireEditor(caller, artifact);
        return artifact;
    }

    /**
     * Those of the artifacts that the caller may read, by id, all kept from other writers; in one
     * order, so that two who want the same do not wait for each other for ever.
     */
    Map<UUID, Artifact> lockAll(Caller caller, Collection<UUID> ids, boolean inTrash) {
        Reach reach = reaches.of(caller);
        TypedQuery<Artifact> query =
                entities.createQuery(
                                "select a from Artifact a where array_has(:ids, a.id) and "
                                        + (inTrash
                                                ? Reach.conditionInTrash() + " and a.purgeAt > :now"
                                                : reach.condition() + " and a.deletedAt is null")
                                        + " order by a.id",
                                Artifact.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        if (inTrash) {
            reach.bindInTrash(query).setParameter("now", Instant.now());
        } else {
            reach.bind(query);
        }
        return query.getResultStream()
                .collect(Collectors.toMap(artifact -> artifact.id().value(), artifact -> artifact));
    }

    /** Those of the artifacts that the caller may read, with their current versions. */
    List<ArtifactView> views(Caller caller, Collection<UUID> ids) {
        Reach reach = reaches.of(caller);
        TypedQuery<Object[]> query =
                entities.createQuery(
                                VIEW_SELECT
                                        + VIEW_FROM
                                        + "where array_has(:ids, a.id) and a.deletedAt is null and "
                                        + reach.condition(),
                                Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setParameter("user", caller.user().value());
        return reach.bind(query).getResultStream().map(ArtifactRows::view).toList();
    }

    /** Refuses who may read the artifact as something private that was granted to them alone. */
    void requireMember(Caller caller, Artifact artifact) {
        reaches.requireMember(caller, artifact);
    }

    /** Refuses who may read the artifact and not edit its content. */
    void requireEditor(Caller caller, Artifact artifact) {
        reaches.requireEditor(caller, artifact);
    }

    /**
     * @throws Problem {@code PRECONDITION_FAILED} with the artifact as {@code current} if the
     *     caller has not seen the revision it is at
     */
    void requireRevision(Caller caller, Artifact artifact, ExpectedRevision expected) {
        if (!expected.admits(artifact.revision())) {
            throw Problem.outdated(
                    "artifact",
                    artifact.revision(),
                    view(caller, reaches.of(caller), artifact.id(), "true = true"));
        }
    }

    private Artifact find(Caller caller, ArtifactId id, LockModeType lock) {
        Reach reach = reaches.of(caller);
        TypedQuery<Artifact> query =
                entities.createQuery(
                                "select a from Artifact a"
                                        + " where a.id = :id and a.deletedAt is null and "
                                        + reach.condition(),
                                Artifact.class)
                        .setParameter("id", id.value());
        return reach.bind(query)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("artifact", id));
    }

    /** The version of that artifact; whether its artifact may be read was asked before. */
    ArtifactVersion version(ArtifactId id, VersionId versionId) {
        return Optional.ofNullable(entities.find(ArtifactVersion.class, versionId.value()))
                .filter(version -> version.artifact().equals(id))
                .orElseThrow(() -> Problem.notFound("version", versionId));
    }

    Optional<ArtifactVersion> newest(ArtifactId id, String branch) {
        return entities.createQuery(
                        """
                        select v from ArtifactVersion v
                        where v.artifactId = :artifact and v.branch = :branch
                        order by v.number desc
                        """,
                        ArtifactVersion.class)
                .setParameter("artifact", id.value())
                .setParameter("branch", branch)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<String> branchNames(ArtifactId id) {
        return entities.createQuery(
                        "select distinct v.branch from ArtifactVersion v where v.artifactId = :id",
                        String.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    Page<ArtifactView> page(
            Caller caller, ArtifactFilter filter, ArtifactSort sort, PageRequest request) {
        String list = "artifacts " + sort.id() + " " + filter;
        List<String> conditions = new ArrayList<>(filter.conditions());
        Reach reach = reaches.of(caller);
        request.position(list).ifPresent(cursor -> conditions.add(sort.after()));
        TypedQuery<Object[]> query =
                entities.createQuery(
                                VIEW_SELECT
                                        + ", "
                                        + sort.key()
                                        + " "
                                        + VIEW_FROM
                                        + where(reach, conditions)
                                        + " order by "
                                        + sort.orderBy(),
                                Object[].class)
                        .setParameter("user", caller.user().value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bind(query);
        filter.parameters(caller).forEach(query::setParameter);
        request.position(list)
                .ifPresent(cursor ->
                        query.setParameter("afterKey", sort.afterKey(cursor))
                                .setParameter("afterId", sort.afterId(cursor)));
        Page<ArtifactView> page =
                Page.of(query.getResultList(), request, list, ArtifactRows::position)
                        .map(ArtifactRows::view);
        return request.withTotal() ? page.withTotal(count(caller, reach, filter)) : page;
    }

    /** What the caller opened lately, the last one first. */
    Page<ArtifactView> recent(Caller caller, PageRequest request) {
        String list = "recent artifacts";
        Optional<Cursor> after = request.position(list);
        Reach reach = reaches.of(caller);
        TypedQuery<Object[]> query =
                entities.createQuery(
                                VIEW_SELECT
                                        + ", r.openedAt "
                                        + VIEW_FROM
                                        + OPENED
                                        + reach.condition()
                                        + (after.isPresent()
                                                ? " and (r.openedAt, a.id) < (:afterKey, :afterId)"
                                                : "")
                                        + " order by r.openedAt desc, a.id desc",
                                Object[].class)
                        .setParameter("user", caller.user().value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        reach.bind(query);
        after.ifPresent(cursor ->
                query.setParameter("afterKey", cursor.instant(0))
                        .setParameter("afterId", cursor.uuid(1)));
        Page<ArtifactView> page =
                Page.of(query.getResultList(), request, list, ArtifactRows::position)
                        .map(ArtifactRows::view);
        return request.withTotal() ? page.withTotal(countRecent(caller, reach)) : page;
    }

    private long countRecent(Caller caller, Reach reach) {
        TypedQuery<Long> query =
                entities.createQuery(
                                "select count(a) from Artifact a " + OPENED + reach.condition(),
                                Long.class)
                        .setParameter("user", caller.user().value());
        return reach.bind(query).getSingleResult();
    }

    private long count(Caller caller, Reach reach, ArtifactFilter filter) {
        TypedQuery<Long> query =
                reach.bind(
                        entities.createQuery(
                                "select count(a) from Artifact a "
                                        + where(reach, filter.conditions()),
                                Long.class));
        for (Map.Entry<String, Object> parameter : filter.parameters(caller).entrySet()) {
            query.setParameter(parameter.getKey(), parameter.getValue());
        }
        return query.getSingleResult();
    }

    private static String where(Reach reach, List<String> conditions) {
        StringBuilder where = new StringBuilder("where ");
        where.append(reach.condition()).append(" and a.deletedAt is null");
        conditions.forEach(condition -> where.append(" and ").append(condition));
        return where.toString();
    }

    private static ArtifactView view(Object[] row) {
        String tags = (String) row[4];
        return ArtifactView.of(
                        (Artifact) row[0], (ArtifactVersion) row[1], (UUID) row[2], (String) row[3])
                .with(tags == null ? List.of() : List.of(tags.split(BETWEEN)), ((Long) row[5]) > 0);
    }

    private static Cursor position(Object[] row) {
        return Cursor.at(row[SORT_KEY], ((Artifact) row[0]).id());
    }

    /**
     * Names stored content in the database and keeps the collector away from it until the
     * transaction ends; whoever else names it at the same time waits.
     *
     * @throws Problem {@code UNAVAILABLE} if the content was collected since it was stored
     */
    void name(StoredBlob blob) {
        entities.createNativeQuery(
                        "insert into blob (sha256, size) values (:sha256, :size)"
                                + " on conflict (sha256) do update set claimed_at = now()")
                .setParameter("sha256", blob.digest().hex())
                .setParameter("size", blob.size())
                .executeUpdate();
        if (!store.exists(blob.digest())) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The content lay unused for too long and was removed; send it again.");
        }
    }
}
