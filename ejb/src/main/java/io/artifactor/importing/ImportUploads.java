package io.artifactor.importing;

import io.artifactor.identity.Caller;
import io.artifactor.malware.MalwareAudit;
import io.artifactor.malware.MalwareFound;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Acceptance;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.ContentInspector;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The door for files to import. Outside of a transaction, because gigabytes over a slow line take
 * longer than one may last; the file is stored before the row that names it. It is inspected when
 * it is handed out, and what is in it when that is taken out: one bad entry must not keep out the
 * rest, and scanners take no gigabytes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportUploads {

    @Inject private Workspaces workspaces;
    @Inject private BlobStore blobs;
    @Inject private ImportSettings settings;
    @Inject private ExportFile exports;
    @Inject private ImportLibrary library;
    @Inject private ContentInspector inspector;
    @Inject private MalwareAudit audit;

    /**
     * Keeps the file and recognises its format; nothing is read into the library yet. The stream is
     * read to its end and not closed.
     *
     * @param into the workspace for what is in it, the caller's own if absent
     * @throws Problem {@code TOO_LARGE}, {@code INVALID_INPUT} for an empty file, {@code
     *     UNREADABLE_IMPORT} if it is of no known format; no import is made then
     */
    public ImportRun receive(
            Caller caller, IncomingFile file, ImportOptions options, Optional<WorkspaceId> into) {
        WorkspaceId workspace = workspaces.toWrite(caller, into);
        refuseTooLarge(file);
        StoredBlob blob =
                blobs.put(
                        file.content(),
                        new Acceptance(settings.limit(), file.digest()).forTakingApart());
        if (blob.size() == 0) {
            throw Problem.invalid("body", "is empty, expected the file to import.");
        }
        refuseCutShort(file, blob);
        String name = Storable.title(file.fileName(), "import");
        String format = exports.detect(blob.digest(), name);
        return library.add(
                caller, new ImportRun.Upload(name, blob, format), options, Optional.of(workspace));
    }

    /**
     * The file as it was given, which nobody inspected as a whole before.
     *
     * @throws Problem whatever the {@link ContentInspector} refuses it with
     */
    public InputStream original(Caller caller, ImportId id) {
        ImportRun run = library.get(caller, id);
        StoredBlob blob = new StoredBlob(new Sha256(run.sha256()), run.size());
        try {
            inspector.inspect(blob, () -> blobs.open(blob.digest()));
            return blobs.open(blob.digest());
        } catch (MalwareFound found) {
            audit.note(caller.user(), run.fileName(), found);
            throw found.atHandingOut();
        } catch (IOException e) {
            throw ExportFile.unavailable(e);
        }
    }

    /** Before gigabytes are taken in vain. */
    private void refuseTooLarge(IncomingFile file) {
        long announced = file.announcedSize().orElse(0);
        if (announced > settings.limit()) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The file has %,d bytes; this server imports files of up to %,d."
                            .formatted(announced, settings.limit()),
                    Map.of("maxSize", settings.limit()));
        }
    }

    private static void refuseCutShort(IncomingFile file, StoredBlob blob) {
        long announced = file.announcedSize().orElse(blob.size());
        if (announced != blob.size()) {
            throw new Problem(
                    ProblemCode.INVALID_INPUT,
                    "Of the announced %,d bytes only %,d arrived; send the file again."
                            .formatted(announced, blob.size()));
        }
    }
}
