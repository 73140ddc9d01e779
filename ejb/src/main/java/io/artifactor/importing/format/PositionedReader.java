package io.artifactor.importing.format;

import java.io.IOException;
import java.util.Optional;

/** Counts the records of a source, and passes over those that were read before. */
final class PositionedReader implements ExportReader {

    private final RecordSource source;
    private long position;

    PositionedReader(RecordSource source) {
        this.source = source;
    }

    void skip(long records) throws IOException {
        while (position < records && source.skip()) {
            position++;
        }
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        Optional<ImportedRecord> next = source.next();
        position += next.isPresent() ? 1 : 0;
        return next;
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public long unpackedBytes() {
        return source.unpackedBytes();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
