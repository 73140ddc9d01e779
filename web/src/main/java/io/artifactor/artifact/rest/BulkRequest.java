package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request about many artifacts. */
@Schema(name = "BulkRequest")
public record BulkRequest(
        @Schema(required = true, description = "Of the artifacts; each counts once")
                @Nullable List<UUID> ids) {

    List<UUID> checkedIds() {
        if (ids == null || ids.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("ids", "must be a list of ids.");
        }
        return ids;
    }
}
