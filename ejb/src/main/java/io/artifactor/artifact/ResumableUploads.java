package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.StorageUse;
import io.artifactor.storage.PartFiles;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for content that comes in pieces, over connections that break.
 *
 * <p>What was acknowledged is never lost, whatever is killed when: the position is written down
 * after the bytes are forced to the disk. One request writes to an upload at a time; one that is
 * silent for {@link #SILENCE} loses that right, so that a killed server blocks nobody for long. The
 * artifact appears in the same transaction that ends the upload, once, however often the last piece
 * is repeated.
 */
@ApplicationScoped
public class ResumableUploads {

    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Set<ProblemCode> FINAL =
            Set.of(ProblemCode.DIGEST_MISMATCH, ProblemCode.MALWARE_FOUND, ProblemCode.TOO_LARGE);

    @Inject private UploadRows rows;
    @Inject private UploadSettings settings;
    @Inject private Workspaces workspaces;
    @Inject private PartFiles parts;
    @Inject private Uploads uploads;
    @Inject private Shelf shelf;
    @Inject private StorageUse use;

    /**
     * Begins an upload of so many bytes.
     *
     * @param placement of which properties are not kept
     * @param mayRestore whether the same file may come back from the trash instead
     * @throws Problem {@code TOO_LARGE} beyond the limit, {@code QUOTA_EXCEEDED} beyond the room
     *     there is, {@code TOO_MANY_REQUESTS} if too many are unfinished
     */
    public ResumableUpload begin(
            Caller caller,
            long length,
            ArtifactProposal proposal,
            Placement placement,
            Optional<Sha256> expected,
            boolean mayRestore) {
        WorkspaceId workspace =
                workspaces.toWrite(caller, Optional.ofNullable(placement.workspace()));
        shelf.check(workspace, placement);
        if (length > settings.limit()) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The content has %,d bytes; at most %,d are accepted here."
                            .formatted(length, settings.limit()),
                    Map.of("maxSize", settings.limit()));
        }
        use.requireRoom(caller.user(), workspace, length);
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        ResumableUpload upload =
                new ResumableUpload(
                        id,
                        length,
                        0,
                        proposal,
                        placement,
                        expected,
                        Optional.empty(),
                        mayRestore,
                        false,
                        Optional.empty(),
                        false,
                        Instant.now().plus(settings.resumableFor()));
        rows.add(caller, upload, settings.unfinished());
        return length == 0
                ? append(caller, id, 0, InputStream.nullInputStream(), Optional.empty())
                : upload;
    }

    /** The caller's upload; others' are not there. */
    public ResumableUpload get(Caller caller, UUID id) {
        return rows.find(caller, id).orElseThrow(() -> Problem.notFound("upload", id));
    }

    /**
     * Appends a piece, and makes the artifact when all is here. Repeating the last piece, as a
     * sender does who never saw the answer, changes nothing and answers the same.
     *
     * @param offset where the sender believes to be
     * @param checksum of the piece; one that does not match leaves the upload as it was
     * @throws Problem {@code CONFLICT} if the upload is at another offset, {@code LOCKED} while
     *     somebody else writes
     */
    public ResumableUpload append(
            Caller caller, UUID id, long offset, InputStream content, Optional<Sha256> checksum) {
        get(caller, id);
        UUID writer = UUID.randomUUID();
        if (!rows.claim(id, writer, SILENCE.toSeconds())) {
            throw new Problem(
                    ProblemCode.LOCKED, "Another request writes to this upload; try again later.");
        }
        try {
            ResumableUpload upload = get(caller, id);
            if (offset != upload.acknowledged() && offset != upload.received()) {
                throw new Problem(
                        ProblemCode.CONFLICT,
                        "The upload is at byte %d, not at %d."
                                .formatted(upload.acknowledged(), offset),
                        Map.of("offset", upload.acknowledged()));
            }
            if (!upload.finished()) {
                receive(upload, writer, content, checksum);
                finish(caller, get(caller, id));
            }
            return get(caller, id);
        } finally {
            rows.release(id, writer);
        }
    }

    /** Ends the upload; an artifact it became stays. */
    public void cancel(Caller caller, UUID id) {
        get(caller, id);
        UUID writer = UUID.randomUUID();
        if (!rows.claim(id, writer, SILENCE.toSeconds())) {
            throw new Problem(
                    ProblemCode.LOCKED, "Another request writes to this upload; try again later.");
        }
        rows.remove(id);
        parts.delete(id);
    }

    private void receive(
            ResumableUpload upload, UUID writer, InputStream content, Optional<Sha256> checksum) {
        if (upload.isComplete()) {
            return;
        }
        long from = upload.received();
        if (checksum.isEmpty()) {
            parts.append(
                    upload.id(),
                    from,
                    upload.length(),
                    content,
                    position -> advance(upload, writer, position));
            return;
        }
        DigestedPiece piece = new DigestedPiece(content);
        // Not a byte of it counts before the whole piece is known to be right.
        long end =
                parts.append(
                        upload.id(),
                        from,
                        upload.length(),
                        piece,
                        position -> advance(upload, writer, from));
        if (!piece.digest().equals(checksum.get())) {
            parts.cut(upload.id(), from);
            throw new Problem(
                    ProblemCode.CHECKSUM_MISMATCH,
                    "The piece does not have the checksum its sender says; send it again.");
        }
        advance(upload, writer, end);
    }

    private void advance(ResumableUpload upload, UUID writer, long position) {
        rows.advance(
                upload.id(),
                writer,
                position,
                SILENCE.toSeconds(),
                settings.resumableFor().toSeconds());
    }

    /** What cannot become content, however often it is tried, is not kept for another try. */
    private void finish(Caller caller, ResumableUpload upload) {
        if (!upload.isComplete()) {
            return;
        }
        StoredBlob blob;
        try {
            blob = content(caller, upload);
        } catch (Problem e) {
            if (FINAL.contains(e.code())) {
                rows.remove(upload.id());
                parts.delete(upload.id());
            }
            throw e;
        }
        rows.finish(caller, upload, uploads.draft(upload.proposal(), blob, Source.UPLOAD));
    }

    private StoredBlob content(Caller caller, ResumableUpload upload) {
        StoredBlob blob = new StoredBlob(digest(upload), upload.length());
        upload.expected()
                .filter(expected -> !expected.equals(blob.digest()))
                .ifPresent(expected -> {
                    throw new Problem(
                            ProblemCode.DIGEST_MISMATCH,
                            "The content's SHA-256 is %s, not %s as its sender says."
                                    .formatted(blob.digest(), expected));
                });
        rows.digested(upload.id(), blob.digest());
        uploads.adopt(caller, parts.file(upload.id()), blob, upload.proposal().nameForDetection());
        return blob;
    }

    /** From the part, or from what was written down before the part became content. */
    private Sha256 digest(ResumableUpload upload) {
        if (upload.length() == 0) {
            parts.append(upload.id(), 0, 0, InputStream.nullInputStream(), position -> {});
        }
        return parts.digest(upload.id())
                .or(upload::digest)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.UNAVAILABLE,
                                "What arrived of this upload is not here any more; begin a new"
                                        + " one."));
    }
}
