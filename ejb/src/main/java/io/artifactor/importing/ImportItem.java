package io.artifactor.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: what one item of an import became.
 *
 * @param position counts the items of the import from 1, in the order of the file
 * @param key the item's own id in the file
 * @param reason a stable word for an outcome that needs one, such as {@code deleted}
 * @param detail a sentence or more for the reader
 */
public record ImportItem(
        long position,
        String key,
        ItemKind kind,
        String title,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable UUID conversationId,
        @Nullable UUID artifactId) {

    ImportItem at(long newPosition) {
        return new ImportItem(
                newPosition, key, kind, title, outcome, reason, detail, conversationId, artifactId);
    }
}
