package io.artifactor.retention.rest;

import io.artifactor.retention.RetentionItem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run did with an artifact. */
@Schema(name = "RetentionRunItem")
public record RunItemResponse(
        UUID artifactId,
        @Schema(
                        enumeration = {"trashed", "purged", "held"},
                        description = "`held`: a legal hold kept it")
                String outcome) {

    static RunItemResponse of(RetentionItem item) {
        return new RunItemResponse(item.artifact(), item.outcome());
    }
}
