package io.artifactor.importing.format;

import java.io.IOException;
import java.util.Optional;

/** Hands out the records of one export in their order. Used by one thread. */
public interface ExportReader extends AutoCloseable {

    /**
     * The next record, or nothing at the end.
     *
     * @throws UnreadableExport when the rest of the file cannot be read at all
     * @throws IOException when the file itself cannot be read
     */
    Optional<ImportedRecord> next() throws IOException;

    /** Bytes of the file read so far, for progress. */
    long bytesRead();

    /** What the records so far had of bytes before they were packed: how heavy they are. */
    long unpackedBytes();

    /** Records handed out or skipped so far; opening again with it goes on behind them. */
    long position();

    @Override
    void close() throws IOException;
}
