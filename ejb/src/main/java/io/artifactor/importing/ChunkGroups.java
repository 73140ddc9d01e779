package io.artifactor.importing;

import io.artifactor.importing.format.ImportedConversation;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.importing.format.ImportedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a chunk where the same conversation or file comes a second time: the second is to meet the
 * rows of the first, as it would in another chunk.
 */
final class ChunkGroups {

    private ChunkGroups() {}

    static List<List<ReadRecord>> of(List<ReadRecord> records) {
        List<List<ReadRecord>> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int start = 0;
        for (int i = 0; i < records.size(); i++) {
            if (!seen.add(identity(records.get(i).record()))) {
                groups.add(records.subList(start, i));
                start = i;
                seen = new HashSet<>(Set.of(identity(records.get(i).record())));
            }
        }
        if (start < records.size()) {
            groups.add(records.subList(start, records.size()));
        }
        return groups;
    }

    private static String identity(ImportedRecord record) {
        return switch (record) {
            case ImportedConversation it -> "conversation " + it.source() + " " + it.sourceId();
            case ImportedFile it -> "file " + it.path();
            default -> "record " + System.identityHashCode(record);
        };
    }
}
