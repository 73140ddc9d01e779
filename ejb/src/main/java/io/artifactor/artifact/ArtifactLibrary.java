package io.artifactor.artifact;

import io.artifactor.artifact.ArtifactVersion.Place;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.Booking;
import io.artifactor.quota.StorageUse;
import io.artifactor.storage.Sha256;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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

    @Inject private ArtifactRows rows;
    @Inject private Workspaces workspaces;
    @Inject private Outbox outbox;
    @Inject private Shelf shelf;
    @Inject private Removals removals;
    @Inject private Relocation relocation;
    @Inject private Readership readership;
    @Inject private StorageUse use;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Adds an artifact to the caller's own workspace, with its content as version 1. */
    public ArtifactView add(Caller caller, ArtifactDraft draft) {
        return add(caller, draft, Placement.NONE);
    }

    /** Adds an artifact to a workspace, the caller's own if none is named, where it belongs. */
    public ArtifactView add(Caller caller, ArtifactDraft draft, Placement placement) {
        WorkspaceId workspace =
                workspaces.toWrite(caller, Optional.ofNullable(placement.workspace()));
        Instant now = now();
        Artifact artifact = new Artifact(workspace, caller.user(), draft, now);
        TagNames tags = shelf.placeNew(artifact, placement);
        if (placement.visibility() != null) {
            readership.change(caller, artifact, placement.visibility(), now);
        }
        entities.persist(artifact);
        Booking booking =
                append(
                        artifact,
                        Place.first(artifact.branch(), Optional.empty()),
                        draft.content(),
                        caller);
        shelf.give(artifact, tags);
        outbox.append(ADDED, artifact.id().value(), caller.user().value());
        return changed(caller, artifact, booking);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ArtifactView get(Caller caller, ArtifactId id) {
        return rows.view(caller, id);
    }

    /** What the caller may read of what the filter lets through. */
    public Page<ArtifactView> page(
            Caller caller, ArtifactFilter filter, ArtifactSort sort, PageRequest request) {
        return rows.page(caller, filter, sort, request);
    }

    /**
     * Changes what people read about an artifact, and where it belongs. Into another workspace it
     * goes only with the right to edit in both.
     *
     * @param expected the revisions the caller has seen
     * @throws Problem {@code PRECONDITION_FAILED} with the artifact as {@code current} if it is at
     *     another revision
     */
    public ArtifactView describe(
            Caller caller, ArtifactId id, ExpectedRevision expected, ArtifactChange change) {
        Placement placement = change.placement();
        if (placement.workspace() != null) {
            workspaces.requireEditor(caller, placement.workspace());
            relocation.prepare(List.of(id.value()), placement.workspace());
        } else if (placement.tags() != null) {
            shelf.useTags(rows.workspaceOf(caller, id));
        }
        Artifact artifact =
                placement.equals(Placement.NONE)
                        ? rows.editable(caller, id)
                        : rows.writable(caller, id);
        rows.requireRevision(caller, artifact, expected);
        Instant now = now();
        Booking booking = new Booking();
        // While it is where it is, because there it is decided.
        boolean revealed =
                placement.visibility() != null
                        && readership.change(caller, artifact, placement.visibility(), now);
        boolean relocated = false;
        if (placement.workspace() != null) {
            booking.add(relocation.booking(artifact, placement.workspace()));
            relocated =
                    !relocation
                            .move(caller, List.of(artifact), placement.workspace(), now)
                            .isEmpty();
        }
        boolean described = artifact.describe(change.applyTo(artifact.details()), now);
        boolean placed = shelf.change(artifact, placement, now);
        if (!revealed && !relocated && !described && !placed) {
            return rows.view(caller, id);
        }
        outbox.append(DESCRIBED, id.value(), caller.user().value());
        return changed(caller, artifact, booking);
    }

    /** Refuses early what the caller may not own; where it belongs is not known yet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void requireRoom(Caller caller, long bytes) {
        use.requireRoom(caller.user(), bytes);
    }

    /**
     * Refuses early what {@link #add} would refuse after the content is taken in.
     *
     * @param bytes how many there are at least
     * @throws Problem {@code QUOTA_EXCEEDED} if there is no room for them
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void requireRoom(Caller caller, Placement placement, long bytes) {
        WorkspaceId workspace =
                workspaces.toWrite(caller, Optional.ofNullable(placement.workspace()));
        use.requireRoom(caller.user(), workspace, bytes);
    }

    /**
     * Refuses early what {@link #replaceContent} would refuse after the content is taken in.
     *
     * @param bytes how many there are at least
     */
    public ArtifactView requireReplaceable(
            Caller caller, ArtifactId id, ExpectedRevision expected, long bytes) {
        ArtifactView view = rows.view(caller, id);
        Artifact artifact = view.artifact();
        rows.requireEditor(caller, artifact);
        rows.requireRevision(caller, artifact, expected);
        use.requireRoom(artifact.owner(), artifact.workspace(), bytes);
        return view;
    }

    /**
     * Makes the content the next version of a branch, unless it is the newest there.
     *
     * @param branch the current one if empty
     */
    public ArtifactView replaceContent(
            Caller caller,
            ArtifactId id,
            ExpectedRevision expected,
            Optional<String> branch,
            ArtifactContent content) {
        Artifact artifact = rows.editable(caller, id);
        rows.requireRevision(caller, artifact, expected);
        return continued(caller, artifact, branch.orElse(artifact.branch()), content);
    }

    /** Makes the content of an earlier version the next one of the current branch. */
    public ArtifactView restoreVersion(
            Caller caller, ArtifactId id, ExpectedRevision expected, VersionId versionId) {
        Artifact artifact = rows.editable(caller, id);
        rows.requireRevision(caller, artifact, expected);
        ArtifactVersion version = rows.version(id, versionId);
        return continued(caller, artifact, artifact.branch(), version.content());
    }

    private ArtifactView continued(
            Caller caller, Artifact artifact, String branch, ArtifactContent content) {
        Optional<ArtifactVersion> newest = rows.newest(artifact.id(), branch);
        if (newest.isEmpty() && !branch.equals(artifact.branch())) {
            throw new Problem(ProblemCode.NOT_FOUND, "The artifact has no branch " + branch + ".");
        }
        Sha256 digest = content.blob().digest();
        if (newest.filter(version -> version.sha256().equals(digest)).isPresent()) {
            return rows.view(caller, artifact.id());
        }
        Place place =
                newest.map(Place::after).orElseGet(() -> Place.first(branch, Optional.empty()));
        Booking booking = append(artifact, place, content, caller);
        outbox.append(VERSION_ADDED, artifact.id().value(), caller.user().value());
        return changed(caller, artifact, booking);
    }

    /**
     * Begins a branch with the content of a version, as its version 1. The current branch stays.
     *
     * @param from the current version if empty
     * @throws Problem {@code CONFLICT} if there is such a branch, in whatever case
     */
    public ArtifactView addBranch(
            Caller caller, ArtifactId id, String name, Optional<VersionId> from) {
        Artifact artifact = rows.editable(caller, id);
        String branch = BranchNames.checked(name);
        BranchNames.requireFree(branch, rows.branchNames(id));
        VersionId start = from.or(artifact::head).orElseThrow(() -> empty(id));
        ArtifactVersion version = rows.version(id, start);
        Place place = Place.first(branch, Optional.of(version.id()));
        return changed(caller, artifact, append(artifact, place, version.content(), caller));
    }

    /** Makes the newest version of another branch the current one. */
    public ArtifactView switchBranch(
            Caller caller, ArtifactId id, ExpectedRevision expected, String name) {
        Artifact artifact = rows.editable(caller, id);
        rows.requireRevision(caller, artifact, expected);
        String branch = BranchNames.checked(name);
        ArtifactVersion newest =
                rows.newest(id, branch)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.NOT_FOUND,
                                        "The artifact has no branch " + branch + "."));
        if (branch.equals(artifact.branch())) {
            return rows.view(caller, id);
        }
        artifact.show(newest, now());
        return changed(caller, artifact, new Booking());
    }

    private static Problem empty(ArtifactId id) {
        return new Problem(
                ProblemCode.CONFLICT, "The artifact " + id + " has no version to begin with.");
    }

    /** Puts the artifact into the trash; {@link Trash} gives it back. */
    public void delete(Caller caller, ArtifactId id, ExpectedRevision expected) {
        removals.delete(caller, id, expected);
    }

    /** The artifact's row comes first and the content's before the version that refers to it. */
    private Booking append(Artifact artifact, Place place, ArtifactContent content, Caller caller) {
        Instant now = artifact.versionCount() == 0 ? artifact.createdAt() : now();
        rows.name(content.blob());
        ArtifactVersion version = new ArtifactVersion(artifact, place, content, caller.user(), now);
        entities.persist(version);
        artifact.grow(version, now);
        return Booking.of(artifact.owner(), artifact.workspace(), version.size());
    }

    /** Writes what is pending, so that the revision shown is the one kept. */
    private ArtifactView changed(Caller caller, Artifact artifact, Booking booking) {
        entities.flush();
        outbox.append(CHANGED, artifact.id().value());
        ArtifactView view = rows.changed(caller, artifact);
        // Last, because others wait for these rows until this is committed.
        use.book(booking);
        return view;
    }

    /** As precise as the database keeps it, so that what is answered now is what is read later. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
