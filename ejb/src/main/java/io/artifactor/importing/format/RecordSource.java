package io.artifactor.importing.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Records one after another, of a whole file or of one entry of an archive. */
interface RecordSource extends Closeable {

    Optional<ImportedRecord> next() throws IOException;

    /** Passes over one record, as cheaply as it goes; false at the end. */
    default boolean skip() throws IOException {
        return next().isPresent();
    }

    /** Bytes of the file read so far. */
    long bytesRead();

    /** What the records so far had of bytes before they were packed: how heavy they are. */
    default long unpackedBytes() {
        return bytesRead();
    }
}
