package io.artifactor.importing.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source of a single record. */
final class OneRecord implements RecordSource {

    private @Nullable ImportedRecord record;
    private final long bytes;

    OneRecord(ImportedRecord record, long bytes) {
        this.record = record;
        this.bytes = bytes;
    }

    @Override
    public Optional<ImportedRecord> next() {
        Optional<ImportedRecord> only = Optional.ofNullable(record);
        record = null;
        return only;
    }

    @Override
    public long bytesRead() {
        return record == null ? bytes : 0;
    }

    @Override
    public void close() {
        record = null;
    }
}
