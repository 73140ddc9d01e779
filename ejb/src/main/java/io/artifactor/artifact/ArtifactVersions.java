package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * The door to an artifact's versions and branches. A version is found below its own artifact only.
 */
@Stateless
public class ArtifactVersions {

    private static final int MAX_BRANCH = 200;
    private static final int MAX_LABEL = 100;

    private static final String AFTER =
            " and (v.branch > :afterBranch or (v.branch = :afterBranch and v.number < :afterNumber))";

    @Inject private ArtifactRows rows;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** The versions branch by branch in order of name, the newest of each first. */
    public Page<ArtifactVersion> page(
            Caller caller, ArtifactId id, Optional<String> branch, PageRequest request) {
        rows.readable(caller, id);
        branch.ifPresent(ArtifactVersions::check);
        String list = "versions " + id + " " + branch;
        Optional<Cursor> after = request.position(list);
        TypedQuery<ArtifactVersion> query =
                entities.createQuery(
                                "select v from ArtifactVersion v where v.artifactId = :artifact"
                                        + (branch.isPresent() ? " and v.branch = :branch" : "")
                                        + (after.isPresent() ? AFTER : "")
                                        + " order by v.branch, v.number desc",
                                ArtifactVersion.class)
                        .setParameter("artifact", id.value())
                        .setFirstResult(request.offset())
                        .setMaxResults(request.rows());
        branch.ifPresent(name -> query.setParameter("branch", name));
        after.ifPresent(cursor -> startAfter(query, cursor));
        Page<ArtifactVersion> page =
                Page.of(
                        query.getResultList(),
                        request,
                        list,
                        version -> Cursor.at(version.branch(), version.number()));
        return request.withTotal() ? page.withTotal(count(id, branch)) : page;
    }

    private static void startAfter(TypedQuery<ArtifactVersion> query, Cursor cursor) {
        query.setParameter("afterBranch", cursor.text(0))
                .setParameter("afterNumber", (int) cursor.number(1));
    }

    private static void check(String branch) {
        TextRules.refuseLonger("branch", branch, MAX_BRANCH);
        TextRules.refuseUnprintable("branch", branch, false);
    }

    private long count(ArtifactId id, Optional<String> branch) {
        TypedQuery<Long> query =
                entities.createQuery(
                                "select count(v) from ArtifactVersion v where v.artifactId = :artifact"
                                        + (branch.isPresent() ? " and v.branch = :branch" : ""),
                                Long.class)
                        .setParameter("artifact", id.value());
        branch.ifPresent(name -> query.setParameter("branch", name));
        return query.getSingleResult();
    }

    public ArtifactVersion get(Caller caller, ArtifactId id, VersionId versionId) {
        rows.readable(caller, id);
        return rows.version(id, versionId);
    }

    /**
     * Says what people call the version; an empty text takes the label away.
     *
     * @throws Problem {@code PRECONDITION_FAILED} if the version is at another revision
     */
    public ArtifactVersion label(
            Caller caller,
            ArtifactId id,
            VersionId versionId,
            ExpectedRevision expected,
            String label) {
        rows.editable(caller, id);
        ArtifactVersion version = rows.version(id, versionId);
        if (!expected.admits(version.revision())) {
            throw Problem.outdated("version", version.revision(), version);
        }
        String text = label.strip();
        TextRules.refuseLonger("label", text, MAX_LABEL);
        TextRules.refuseUnprintable("label", text, false);
        if (!text.equals(version.label().orElse(""))) {
            // The entity is immutable, and this is the one thing about it that people change.
            entities.createNativeQuery(
                            "update artifact_version set label = nullif(:label, ''),"
                                    + " revision = revision + 1 where id = :id")
                    .setParameter("label", text)
                    .setParameter("id", versionId.value())
                    .executeUpdate();
            entities.refresh(version);
        }
        return version;
    }

    /** The artifact's branches in order of name. */
    public List<Branch> branches(Caller caller, ArtifactId id) {
        Artifact artifact = rows.readable(caller, id);
        return entities.createQuery(
                        """
                        select v,
                            (select count(w) from ArtifactVersion w
                             where w.artifactId = v.artifactId and w.branch = v.branch)
                        from ArtifactVersion v
                        where v.artifactId = :artifact and v.number =
                            (select max(w.number) from ArtifactVersion w
                             where w.artifactId = v.artifactId and w.branch = v.branch)
                        order by v.branch
                        """,
                        Object[].class)
                .setParameter("artifact", id.value())
                .getResultStream()
                .map(row -> branch(artifact, (ArtifactVersion) row[0], (Long) row[1]))
                .toList();
    }

    private static Branch branch(Artifact artifact, ArtifactVersion head, long versions) {
        return new Branch(head.branch(), head.branch().equals(artifact.branch()), versions, head);
    }
}
