package io.artifactor.artifact.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which artifacts get and lose which tags. */
@Schema(name = "BulkTag")
public record BulkTag(
        @Schema(required = true, description = "Of the artifacts; each counts once")
                @Nullable List<UUID> ids,
        @Schema(description = "Tags they get; they keep others", examples = "[\"draft\"]")
                @Nullable List<String> add,
        @Schema(description = "Tags they lose") @Nullable List<String> remove) {

    List<String> added() {
        return add == null ? List.of() : add;
    }

    List<String> removed() {
        return remove == null ? List.of() : remove;
    }
}
