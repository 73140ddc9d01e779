package io.artifactor.importing;

import io.artifactor.importing.format.ExportReader;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.ImportedRecord;
import io.artifactor.importing.format.RefusedContent;
import io.artifactor.importing.format.SkippedRecord;
import io.artifactor.importing.format.UnreadableExport;
import io.artifactor.importing.format.UnreadableRecord;
import io.artifactor.problem.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A file being read, record by record. Used by one thread, which closes it. */
public final class OpenExport implements AutoCloseable {

    private final ExportReader reader;
    private final FileKeeper files;
    private final ExportFile.LocalFile file;
    private final Consumer<Problem> refused;
    private long weightBefore;

    /**
     * @param refused told of contents that the store did not take
     */
    OpenExport(
            ExportReader reader,
            FileKeeper files,
            ExportFile.LocalFile file,
            Consumer<Problem> refused) {
        this.reader = reader;
        this.files = files;
        this.file = file;
        this.refused = refused;
        this.weightBefore = reader.unpackedBytes();
    }

    /**
     * The next record, or nothing at the end.
     *
     * @throws Problem {@code UNREADABLE_IMPORT} if the rest cannot be read at all
     */
    public Optional<ReadRecord> next() {
        try {
            return reader.next().map(this::read);
        } catch (UnreadableExport e) {
            throw ExportFile.refusal(e);
        } catch (IOException e) {
            throw ExportFile.unavailable(e);
        }
    }

    private ReadRecord read(ImportedRecord record) {
        return record instanceof ImportedFile found ? readFile(found) : readOther(record);
    }

    private ReadRecord readFile(ImportedFile found) {
        try {
            KeptFile kept = files.keep(found);
            long weight =
                    kept.head().length + kept.bytes().map(bytes -> (long) bytes.length).orElse(0L);
            return new ReadRecord(
                    reader.position(), reader.bytesRead(), weight, found, Optional.of(kept));
        } catch (RefusedContent e) {
            return readOther(unreadable(found, e.code(), e));
        } catch (IOException e) {
            return readOther(unreadable(found, "damaged-entry", e));
        } catch (Problem e) {
            if (!RoomedSink.isOfContent(e)) {
                throw e;
            }
            refused.accept(e);
            return readOther(
                    new SkippedRecord(found.key(), found.title(), e.code().id(), e.detail()));
        }
    }

    private static UnreadableRecord unreadable(ImportedFile found, String code, IOException e) {
        String reason = String.valueOf(e.getMessage());
        return new UnreadableRecord(found.key(), found.title(), code, reason);
    }

    /** Of what an archive packs, the bytes of the file say little about memory. */
    private ReadRecord readOther(ImportedRecord record) {
        long unpacked = reader.unpackedBytes();
        long weight = unpacked - weightBefore;
        weightBefore = unpacked;
        return new ReadRecord(
                reader.position(), reader.bytesRead(), weight, record, Optional.empty());
    }

    @Override
    public void close() {
        try (file;
                reader) {
            weightBefore = 0;
        } catch (IOException e) {
            throw ExportFile.unavailable(e);
        }
    }
}
