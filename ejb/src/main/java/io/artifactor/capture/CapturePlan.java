package io.artifactor.capture;

import io.artifactor.artifact.ArtifactHead;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.KnownVersion;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.VersionId;
import io.artifactor.artifact.VersionLook;
import io.artifactor.identity.UserId;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.Room;
import io.artifactor.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what a page brings and what becomes of each piece. Used by one thread. */
final class CapturePlan {

    private static final String BRANCH = "main";

    private final WorkspaceId workspace;
    private final UserId user;
    private final Room room;
    private final Function<Piece, Optional<ProblemCode>> contents;
    private final List<IncomingArtifact> added = new ArrayList<>();
    private final List<IncomingArtifact> grown = new ArrayList<>();
    private final Map<Piece, ArtifactId> remembered = new LinkedHashMap<>();
    private final Map<SeenContent.Key, CaptureOutcome> outcomes = new LinkedHashMap<>();
    private final Map<ArtifactId, String> addresses = new LinkedHashMap<>();

    /**
     * @param contents keeps the content of a piece, or says why it does not
     */
    CapturePlan(
            WorkspaceId workspace,
            UserId user,
            Room room,
            Function<Piece, Optional<ProblemCode>> contents) {
        this.workspace = workspace;
        this.user = user;
        this.room = room;
        this.contents = contents;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    /** Notes content that is kept already. */
    void known(Piece piece, Optional<ArtifactId> artifact) {
        note(piece, CaptureOutcome.Status.UNCHANGED, artifact.orElse(null));
    }

    /** Notes content that grew out of an artifact nobody wants any more. */
    void unwanted(Piece piece, KnownArtifact artifact) {
        remembered.put(piece, artifact.id());
        note(piece, CaptureOutcome.Status.UNCHANGED, artifact.id());
    }

    void add(Piece piece) {
        if (!isTaken(piece)) {
            return;
        }
        ArtifactId id = ArtifactId.next();
        ArtifactLook look = piece.look();
        IncomingVersion version = version(piece, look, new IncomingVersion.Line(BRANCH, 1, null));
        added.add(incoming(id, true, piece.sourceKey(), look, version));
        remembered.put(piece, id);
        if (piece.url() != null) {
            addresses.put(id, piece.url());
        }
        note(piece, CaptureOutcome.Status.ADDED, id);
    }

    /** Adds the content as the next version of the artifact it grew out of. */
    void grow(Piece piece, SeenContent origin, KnownArtifact before, KnownVersion head) {
        if (!isTaken(piece)) {
            return;
        }
        int number =
                before.versions().stream()
                        .filter(it -> it.branch().equals(head.branch()))
                        .mapToInt(KnownVersion::number)
                        .max()
                        .orElse(head.number());
        // What people changed about it stays.
        ArtifactLook look = before.look();
        IncomingVersion version =
                version(
                        piece,
                        look,
                        new IncomingVersion.Line(head.branch(), number + 1, head.id()));
        grown.add(incoming(before.id(), false, origin.sourceKey(), look, version));
        remembered.put(piece, before.id());
        note(piece, CaptureOutcome.Status.UPDATED, before.id());
    }

    private boolean isTaken(Piece piece) {
        long size = piece.bytes().length;
        if (!room.has(user, workspace, size)) {
            skip(piece, "over-quota");
            return false;
        }
        Optional<ProblemCode> refusal = contents.apply(piece);
        refusal.ifPresent(code -> skip(piece, code.id()));
        return refusal.isEmpty() && room.take(user, workspace, size);
    }

    private void skip(Piece piece, String reason) {
        outcomes.put(SeenContent.Key.of(piece), CaptureOutcome.skipped(piece.id(), reason));
    }

    private IncomingArtifact incoming(
            ArtifactId id,
            boolean isNew,
            String sourceKey,
            ArtifactLook look,
            IncomingVersion version) {
        return new IncomingArtifact(
                id,
                isNew,
                new IncomingArtifact.Origin(workspace, user, Source.CLAUDE, sourceKey, null),
                look,
                new ArtifactHead(
                        version.id(),
                        version.line().branch(),
                        version.content().digest().hex(),
                        version.content().size()),
                List.of(version));
    }

    private static IncomingVersion version(
            Piece piece, ArtifactLook look, IncomingVersion.Line line) {
        return new IncomingVersion(
                VersionId.next(),
                line,
                piece.sourceKey(),
                piece.blob(),
                new VersionLook(look.title(), look.language(), look.mediaType()),
                new IncomingVersion.Making(null, null, Instant.now()),
                null);
    }

    private void note(Piece piece, CaptureOutcome.Status status, @Nullable ArtifactId artifact) {
        outcomes.put(
                SeenContent.Key.of(piece), new CaptureOutcome(piece.id(), status, artifact, null));
    }

    Room room() {
        return room;
    }

    List<IncomingArtifact> artifacts() {
        List<IncomingArtifact> all = new ArrayList<>(added);
        all.addAll(grown);
        return all;
    }

    List<IncomingArtifact> added() {
        return added;
    }

    List<IncomingArtifact> grown() {
        return grown;
    }

    Map<Piece, ArtifactId> remembered() {
        return remembered;
    }

    Map<ArtifactId, String> addresses() {
        return addresses;
    }

    CaptureOutcome outcome(SeenContent.Key key) {
        return Objects.requireNonNull(outcomes.get(key));
    }
}
