package io.artifactor.importing;

import io.artifactor.importing.format.ExportReader;
import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.ImportedMessage;
import io.artifactor.importing.format.ImportedRecord;
import io.artifactor.importing.format.RefusedContent;
import io.artifactor.importing.format.UnreadableExport;
import io.artifactor.importing.format.UnreadableRecord;
import io.artifactor.problem.Problem;
import java.io.IOException;
import java.util.Optional;

/** A file being read, record by record. Used by one thread, which closes it. */
public final class OpenExport implements AutoCloseable {

    private final ExportReader reader;
    private final FileKeeper files;
    private final ExportFile.LocalFile file;
    private long bytesBefore;

    OpenExport(ExportReader reader, FileKeeper files, ExportFile.LocalFile file) {
        this.reader = reader;
        this.files = files;
        this.file = file;
        this.bytesBefore = reader.bytesRead();
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
        return switch (record) {
            case ImportedFile found -> readFile(found);
            case ImportedConversation conversation -> read(conversation, weight(conversation));
            default -> read(record, 0);
        };
    }

    private ReadRecord readFile(ImportedFile found) {
        try {
            KeptFile kept = files.keep(found);
            long weight =
                    kept.head().length + kept.bytes().map(bytes -> (long) bytes.length).orElse(0L);
            return new ReadRecord(
                    reader.position(), reader.bytesRead(), weight, found, Optional.of(kept));
        } catch (RefusedContent e) {
            return read(unreadable(found, e.code(), e), 0);
        } catch (IOException e) {
            return read(unreadable(found, "damaged-entry", e), 0);
        }
    }

    private static UnreadableRecord unreadable(ImportedFile found, String code, IOException e) {
        String reason = String.valueOf(e.getMessage());
        return new UnreadableRecord(found.key(), found.title(), code, reason);
    }

    private ReadRecord read(ImportedRecord record, long weight) {
        long bytes = reader.bytesRead();
        long heavier = Math.max(weight, bytes - bytesBefore);
        bytesBefore = bytes;
        return new ReadRecord(reader.position(), bytes, heavier, record, Optional.empty());
    }

    /** Of what an archive packs, the bytes read say little. */
    private static long weight(ImportedConversation conversation) {
        long characters = 0;
        for (ImportedMessage message : conversation.messages()) {
            String unknown = message.unknownJson();
            characters += message.text().length() + (unknown == null ? 0 : unknown.length());
        }
        return characters;
    }

    @Override
    public void close() {
        try (file;
                reader) {
            bytesBefore = 0;
        } catch (IOException e) {
            throw ExportFile.unavailable(e);
        }
    }
}
