package io.artifactor.importing;

import io.artifactor.importing.format.SkippedRecord;
import java.util.Optional;

/** Records as a reader would hand them out. */
final class RecordsForTests {

    private RecordsForTests() {}

    static ReadRecord skipped(long position, long weight) {
        SkippedRecord record = new SkippedRecord("key " + position, "title", "code", "reason");
        return new ReadRecord(position, position * 100, weight, record, Optional.empty());
    }
}
