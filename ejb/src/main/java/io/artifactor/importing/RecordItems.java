package io.artifactor.importing;

import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.ImportedRecord;
import io.artifactor.importing.format.SkippedRecord;
import io.artifactor.importing.format.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger for records that became nothing. */
final class RecordItems {

    static final String DELETED = "deleted";
    static final String OVER_QUOTA = "over-quota";

    private RecordItems() {}

    static ImportItem broken(ReadRecord read, String reason) {
        return item(read.record(), kindOf(read.record()), Outcome.BROKEN, "not-storable", reason);
    }

    static ImportItem unreadable(UnreadableRecord record) {
        return item(record, ItemKind.RECORD, Outcome.UNREADABLE, record.code(), record.reason());
    }

    static ImportItem skipped(SkippedRecord record) {
        return item(record, ItemKind.RECORD, Outcome.SKIPPED, record.code(), record.reason());
    }

    private static ItemKind kindOf(ImportedRecord record) {
        return switch (record) {
            case ImportedConversation it -> ItemKind.CONVERSATION;
            case ImportedFile it -> ItemKind.FILE;
            case UnreadableRecord it -> ItemKind.RECORD;
            case SkippedRecord it -> ItemKind.RECORD;
        };
    }

    private static ImportItem item(
            ImportedRecord record,
            ItemKind kind,
            Outcome outcome,
            String reason,
            @Nullable String detail) {
        return new ImportItem(
                0,
                Storable.key(record.key()),
                kind,
                Storable.title(record.title(), "Untitled"),
                outcome,
                Storable.key(reason),
                Storable.noteOrNull(detail),
                null,
                null);
    }
}
