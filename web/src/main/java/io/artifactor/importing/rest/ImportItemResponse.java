package io.artifactor.importing.rest;

import io.artifactor.importing.ImportItem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the ledger. */
@Schema(name = "ImportItem")
public record ImportItemResponse(
        @Schema(description = "Counts the lines from 1, in the order of the file") long position,
        @Schema(description = "The item's own id in the file") String key,
        @Schema(enumeration = {"conversation", "artifact", "file", "record"}) String kind,
        String title,
        @Schema(
                        enumeration = {
                            "added",
                            "updated",
                            "restored",
                            "unchanged",
                            "skipped",
                            "broken",
                            "unreadable"
                        })
                String outcome,
        @Schema(description = "A stable word", examples = "deleted") @Nullable String reason,
        @Schema(description = "For people") @Nullable String detail,
        @Nullable UUID conversationId,
        @Nullable UUID artifactId) {

    static ImportItemResponse of(ImportItem item) {
        return new ImportItemResponse(
                item.position(),
                item.key(),
                item.kind().id(),
                item.title(),
                item.outcome().id(),
                item.reason(),
                item.detail(),
                item.conversationId(),
                item.artifactId());
    }
}
