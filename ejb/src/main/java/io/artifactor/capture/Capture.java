package io.artifactor.capture;

import io.artifactor.artifact.ArtifactIntake;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.identity.Caller;
import io.artifactor.malware.MalwareAudit;
import io.artifactor.malware.MalwareFound;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.StorageUse;
import io.artifactor.storage.BlobBatch;
import io.artifactor.storage.BlobStore;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for what extensions find. Everything goes to the caller's personal workspace. The same
 * content of the same conversation is kept once, however often it comes, also if it was deleted
 * here; content that grew becomes the next version. A page that shows nothing new costs a lookup.
 */
@Stateless
public class Capture {

    @Inject private Workspaces workspaces;
    @Inject private CapturedRows rows;
    @Inject private CaptureSettings settings;
    @Inject private BlobStore blobs;
    @Inject private ArtifactIntake artifacts;
    @Inject private Outbox outbox;
    @Inject private StorageUse use;
    @Inject private MalwareAudit audit;

    /**
     * Keeps what is new on the page.
     *
     * @return what became of each artifact, in the order of the page
     * @throws Problem {@code INVALID_INPUT} if there are too many
     */
    public List<CaptureOutcome> keep(Caller caller, FoundPage page) {
        WorkspaceId workspace = workspaces.personalOf(caller);
        workspaces.requireEditor(caller, workspace);
        if (page.artifacts().size() > CaptureSettings.MOST_ARTIFACTS) {
            throw Problem.invalid(
                    "artifacts",
                    "has %,d items, at most %d are taken at once."
                            .formatted(page.artifacts().size(), CaptureSettings.MOST_ARTIFACTS));
        }
        Map<SeenContent.Key, Piece> pieces = new LinkedHashMap<>();
        List<Reading> readings = new ArrayList<>();
        for (FoundArtifact found : page.artifacts()) {
            readings.add(read(page, found, pieces));
        }
        CapturePlan plan = plan(caller, workspace, pieces);
        return readings.stream().map(it -> it.outcome(plan)).toList();
    }

    /** What was made of a found artifact: a piece, or a refusal. */
    private record Reading(
            String id, Optional<SeenContent.Key> key, Optional<CaptureOutcome> refusal) {

        CaptureOutcome outcome(CapturePlan plan) {
            if (refusal.isPresent()) {
                return refusal.get();
            }
            CaptureOutcome kept = plan.outcome(key.orElseThrow());
            return kept.id().equals(id) || kept.status() == CaptureOutcome.Status.SKIPPED
                    ? kept.of(id)
                    : new CaptureOutcome(
                            id, CaptureOutcome.Status.UNCHANGED, kept.artifact(), null);
        }
    }

    /** A block comes twice, once by itself and once with the element around it. */
    private Reading read(FoundPage page, FoundArtifact found, Map<SeenContent.Key, Piece> pieces) {
        byte[] bytes = Piece.bytes(found);
        if (bytes.length == 0 || bytes.length > settings.limit()) {
            String reason = bytes.length == 0 ? "empty" : "too-large";
            return new Reading(
                    found.id(),
                    Optional.empty(),
                    Optional.of(CaptureOutcome.skipped(found.id(), reason)));
        }
        Piece piece = Piece.of(page, found, bytes, pieces.size());
        SeenContent.Key key = SeenContent.Key.of(piece);
        pieces.putIfAbsent(key, piece);
        return new Reading(found.id(), Optional.of(key), Optional.empty());
    }

    private CapturePlan plan(
            Caller caller, WorkspaceId workspace, Map<SeenContent.Key, Piece> pieces) {
        try (BlobBatch contents = blobs.batch()) {
            CapturePlan plan =
                    new CapturePlan(
                            workspace,
                            caller.user(),
                            use.room(),
                            piece -> keep(caller, contents, piece));
            List<Piece> fresh = fresh(caller, pieces.values(), plan);
            if (!fresh.isEmpty()) {
                rows.lock(caller.user());
                // Another request may have kept it while this one waited.
                fresh = fresh(caller, fresh, plan);
            }
            if (!fresh.isEmpty()) {
                Growth growth = new Growth(rows.seen(caller.user(), fresh), pieces.keySet());
                arrange(caller, plan, fresh, growth);
                contents.commit();
                write(caller, plan);
            }
            return plan;
        }
    }

    /** Why the store does not take the content, if it does not. */
    private Optional<ProblemCode> keep(Caller caller, BlobBatch contents, Piece piece) {
        try {
            contents.add(piece.bytes());
            return Optional.empty();
        } catch (MalwareFound found) {
            audit.note(caller.user(), piece.title(), found);
            return Optional.of(found.code());
        } catch (Problem e) {
            if (e.code() != ProblemCode.TOO_LARGE) {
                throw e;
            }
            return Optional.of(e.code());
        }
    }

    /** Those that are not kept; of the others the plan is told. */
    private List<Piece> fresh(Caller caller, Collection<Piece> pieces, CapturePlan plan) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        Map<SeenContent.Key, SeenContent.Owner> owners = rows.owners(caller.user(), pieces);
        List<Piece> fresh = new ArrayList<>();
        for (Piece piece : pieces) {
            SeenContent.Owner owner = owners.get(SeenContent.Key.of(piece));
            if (owner == null) {
                fresh.add(piece);
            } else {
                plan.known(piece, owner.artifact());
            }
        }
        return fresh;
    }

    private void arrange(Caller caller, CapturePlan plan, List<Piece> fresh, Growth growth) {
        Map<Piece, SeenContent> origins = new LinkedHashMap<>();
        for (Piece piece : fresh) {
            growth.origin(piece).ifPresent(origin -> origins.put(piece, origin));
        }
        Map<String, KnownArtifact> known =
                artifacts.known(
                        plan.workspace(),
                        caller.user(),
                        origins.values().stream().map(SeenContent::sourceKey).toList());
        for (Piece piece : fresh) {
            SeenContent origin = origins.get(piece);
            KnownArtifact before = origin == null ? null : known.get(origin.sourceKey());
            if (origin == null || before == null) {
                plan.add(piece);
            } else if (before.deleted()) {
                plan.unwanted(piece, before);
            } else {
                // What somebody has edited here since is theirs; the page goes on beside it.
                before.headVersion()
                        .filter(head -> head.content().digest().hex().equals(origin.key().sha256()))
                        .ifPresentOrElse(
                                head -> plan.grow(piece, origin, before, head),
                                () -> plan.add(piece));
            }
        }
    }

    private void write(Caller caller, CapturePlan plan) {
        artifacts.store(plan.artifacts());
        artifacts.noteAddresses(plan.addresses());
        rows.remember(caller.user(), plan.remembered());
        UUID actor = caller.user().value();
        outbox.appendAll(ArtifactLibrary.ADDED, ids(plan.added()), actor);
        outbox.appendAll(ArtifactLibrary.VERSION_ADDED, ids(plan.grown()), actor);
        // Last, because others wait for these rows.
        use.book(plan.room().booking());
    }

    private static List<UUID> ids(List<IncomingArtifact> artifacts) {
        return artifacts.stream().map(it -> it.id().value()).toList();
    }
}
