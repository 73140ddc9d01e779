package io.artifactor.hold.rest;

import io.artifactor.hold.LegalHold;
import io.artifactor.hold.LegalHold.Release;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A legal hold, or the record of one that was released. */
@Schema(name = "LegalHold")
public record HoldResponse(
        UUID id,
        @Schema(examples = "Case 2026-17") String name,
        @Schema(examples = "Asked for by counsel on 21 November") String reason,
        HeldSubject on,
        @Schema(
                        enumeration = {"active", "released"},
                        description = "Whether it holds")
                String state,
        @Schema(description = "The user who placed it") UUID placedBy,
        Instant placedAt,
        @Schema(description = "The user who released it; absent while it holds")
                @Nullable UUID releasedBy,
        @Schema(description = "Absent while it holds") @Nullable Instant releasedAt,
        @Schema(
                        description = "Why it was released; absent while it holds",
                        examples = "The case is closed")
                @Nullable String releaseReason,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static HoldResponse of(LegalHold hold) {
        Optional<Release> release = hold.release();
        return new HoldResponse(
                hold.id().value(),
                hold.name(),
                hold.reason(),
                HeldSubject.of(hold.subject()),
                release.isPresent() ? "released" : "active",
                hold.placedBy().value(),
                hold.placedAt(),
                release.map(it -> it.by().value()).orElse(null),
                release.map(Release::at).orElse(null),
                release.map(Release::reason).orElse(null),
                hold.revision());
    }
}
