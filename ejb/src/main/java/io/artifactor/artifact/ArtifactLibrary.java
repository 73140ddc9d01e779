package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The door to artifacts. What a caller may not read is not there for them: it is answered with
 * NOT_FOUND, never with a refusal that would give it away.
 *
 * <p>Writes take the row's lock first, so that two at once follow one another; the second then
 * meets a revision it does not expect and is told the state it missed.
 */
@Stateless
public class ArtifactLibrary {

    /** The event in the outbox after which readers bring themselves up to date. */
    public static final String CHANGED = "artifact.changed";

    /** What people did, for those who follow them; each comes with its actor. */
    public static final String ADDED = "artifact.added";

    public static final String DESCRIBED = "artifact.described";
    public static final String VERSION_ADDED = "artifact.version-added";
    public static final String DELETED = "artifact.deleted";
    public static final String RESTORED = "artifact.restored";

    /** Under this name a refused writer finds the {@link ArtifactView} as it is now. */
    public static final String CURRENT = "current";

    @Inject private ArtifactRows rows;
    @Inject private Workspaces workspaces;
    @Inject private Outbox outbox;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Adds an artifact to the caller's own workspace, with its content as version 1. */
    public ArtifactView add(Caller caller, ArtifactDraft draft) {
        WorkspaceId workspace = workspaces.personalOf(caller);
        workspaces.requireEditor(caller, workspace);
        Instant now = now();
        Artifact artifact = new Artifact(workspace, caller.user(), draft, now);
        entities.persist(artifact);
        append(artifact, 1, draft.content(), caller, now);
        outbox.append(ADDED, artifact.id().value(), caller.user().value());
        return changed(caller, artifact);
    }

    public ArtifactView get(Caller caller, ArtifactId id) {
        return rows.view(caller, id);
    }

    /** What the caller may read of what the filter lets through. */
    public Page<ArtifactView> page(
            Caller caller, ArtifactFilter filter, ArtifactSort sort, PageRequest request) {
        return rows.page(caller, filter, sort, request);
    }

    /**
     * Changes what people read about an artifact.
     *
     * @param expected the revisions the caller has seen
     * @throws Problem {@code PRECONDITION_FAILED} with the artifact as {@code current} if it is at
     *     another revision
     */
    public ArtifactView describe(
            Caller caller, ArtifactId id, ExpectedRevision expected, ArtifactChange change) {
        Artifact artifact = rows.writable(caller, id);
        requireRevision(caller, artifact, expected);
        if (!artifact.describe(change.applyTo(artifact.details()), now())) {
            return rows.view(caller, id);
        }
        outbox.append(DESCRIBED, id.value(), caller.user().value());
        return changed(caller, artifact);
    }

    /** Refuses early what {@link #replaceContent} would refuse after the content is taken in. */
    public ArtifactView requireReplaceable(
            Caller caller, ArtifactId id, ExpectedRevision expected) {
        ArtifactView view = rows.view(caller, id);
        workspaces.requireEditor(caller, view.artifact().workspace());
        requireRevision(caller, view.artifact(), expected);
        return view;
    }

    /** Makes the content the next version of the current branch, unless it is the current one. */
    public ArtifactView replaceContent(
            Caller caller, ArtifactId id, ExpectedRevision expected, ArtifactContent content) {
        Artifact artifact = rows.writable(caller, id);
        requireRevision(caller, artifact, expected);
        Sha256 digest = content.blob().digest();
        if (artifact.sha256().filter(digest::equals).isPresent()) {
            return rows.view(caller, id);
        }
        append(artifact, nextNumber(artifact), content, caller, now());
        outbox.append(VERSION_ADDED, id.value(), caller.user().value());
        return changed(caller, artifact);
    }

    /** Hides the artifact everywhere; its versions stay. */
    public void delete(Caller caller, ArtifactId id, ExpectedRevision expected) {
        Artifact artifact = rows.writable(caller, id);
        requireRevision(caller, artifact, expected);
        artifact.delete(now());
        outbox.append(DELETED, id.value(), caller.user().value());
        outbox.append(CHANGED, id.value());
    }

    private void requireRevision(Caller caller, Artifact artifact, ExpectedRevision expected) {
        if (!expected.admits(artifact.revision())) {
            throw new Problem(
                    ProblemCode.PRECONDITION_FAILED,
                    "The artifact was changed in the meantime and is at revision %d now."
                            .formatted(artifact.revision()),
                    Map.of(CURRENT, rows.view(caller, artifact.id())));
        }
    }

    /** The artifact's row comes first and the content's before the version that refers to it. */
    private void append(
            Artifact artifact, int number, ArtifactContent content, Caller caller, Instant at) {
        rows.name(content.blob());
        ArtifactVersion version = new ArtifactVersion(artifact, number, content, caller.user(), at);
        entities.persist(version);
        artifact.advanceTo(version, at);
    }

    private int nextNumber(Artifact artifact) {
        Integer highest =
                entities.createQuery(
                                """
                                select max(v.number) from ArtifactVersion v
                                where v.artifactId = :artifact and v.branch = :branch
                                """,
                                Integer.class)
                        .setParameter("artifact", artifact.id().value())
                        .setParameter("branch", artifact.branch())
                        .getSingleResult();
        return highest == null ? 1 : highest + 1;
    }

    /** Writes what is pending, so that the revision shown is the one kept. */
    private ArtifactView changed(Caller caller, Artifact artifact) {
        entities.flush();
        outbox.append(CHANGED, artifact.id().value());
        return rows.view(caller, artifact.id());
    }

    /** As precise as the database keeps it, so that what is answered now is what is read later. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
