package io.artifactor.importing;

import io.artifactor.importing.format.ExportFormats;
import io.artifactor.importing.format.ReadingOptions;
import io.artifactor.importing.format.UnreadableExport;
import io.artifactor.malware.MalwareAudit;
import io.artifactor.malware.MalwareFound;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StorageSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Brings the readers and the kept file together, and their refusals into the product's words. */
@Dependent
class ExportFile {

    @Inject private BlobStore blobs;
    @Inject private StorageSettings storage;
    @Inject private MalwareAudit audit;

    /**
     * The format of the file.
     *
     * @throws Problem {@code UNREADABLE_IMPORT} if no reader knows it
     */
    String detect(Sha256 digest, String fileName) {
        try (LocalFile file = local(digest)) {
            return ExportFormats.detect(file.path(), fileName, ReadingOptions.defaults()).format();
        } catch (UnreadableExport e) {
            throw refusal(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /**
     * The file of the import behind so many records; the caller closes it.
     *
     * @throws Problem {@code UNREADABLE_IMPORT} if it is refused as a whole
     */
    OpenExport open(ImportRun run, long skipRecords) {
        ImportOptions options = run.options();
        ReadingOptions reading =
                ReadingOptions.defaults()
                        .withCodeBlocks(options.codeBlockMinLines(), options.codeBlockMinChars());
        // A preview must not fill the store with what may never be imported.
        Optional<BlobStore> store =
                run.mode() == ImportMode.IMPORT ? Optional.of(blobs) : Optional.empty();
        try {
            LocalFile file = local(new Sha256(run.sha256()));
            try {
                return new OpenExport(
                        ExportFormats.open(file.path(), run.fileName(), reading, skipRecords),
                        new FileKeeper(store, reading.maxEntryBytes()),
                        file,
                        refused -> tell(run, refused));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (UnreadableExport e) {
            throw refusal(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private void tell(ImportRun run, Problem refused) {
        if (refused instanceof MalwareFound found) {
            audit.note(run.user(), run.fileName(), found);
        }
    }

    static Problem refusal(UnreadableExport e) {
        String detail = Storable.note(String.valueOf(e.getMessage()));
        return new Problem(ProblemCode.UNREADABLE_IMPORT, detail, Map.of("reason", e.code()));
    }

    static Problem unavailable(IOException e) {
        return new Problem(
                ProblemCode.UNAVAILABLE, "The kept file cannot be read at the moment.", e);
    }

    /** The readers need a file of this machine; a store elsewhere is copied from. */
    private LocalFile local(Sha256 digest) throws IOException {
        Optional<Path> here = blobs.file(digest);
        if (here.isPresent()) {
            return new LocalFile(here.get(), false);
        }
        Path folder = Files.createDirectories(storage.data().resolve("importing"));
        Path copy = Files.createTempFile(folder, "original-", ".part");
        LocalFile file = new LocalFile(copy, true);
        try (InputStream content = blobs.open(digest)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** A file to read from, removed afterwards if it is a copy. */
    record LocalFile(Path path, boolean copied) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (copied) {
                Files.deleteIfExists(path);
            }
        }
    }
}
