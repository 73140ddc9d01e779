package io.artifactor.group.rest;

import io.artifactor.group.GroupView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of users. */
@Schema(name = "Group")
public record GroupResponse(
        UUID id,
        @Schema(examples = "Compilers") String name,
        @Schema(examples = "12", description = "How many are in it") long members,
        Instant createdAt,
        Instant updatedAt,
        @Schema(examples = "3", description = "What the ETag holds; send it back in If-Match")
                int revision) {

    static GroupResponse of(GroupView view) {
        return new GroupResponse(
                view.group().id().value(),
                view.group().name(),
                view.members(),
                view.group().createdAt(),
                view.group().updatedAt(),
                view.group().revision());
    }
}
