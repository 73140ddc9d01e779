package io.artifactor.identity.rest;

import io.artifactor.identity.AuditCheck;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check of the audit log found. */
@Schema(name = "AuditCheck")
public record AuditCheckResponse(
        @Schema(description = "Whether every line is there, as it was written") boolean intact,
        @Schema(description = "How many lines were checked", examples = "4711") long lines,
        @Schema(description = "Where it is broken; the first hundred places") List<Place> breaks,
        @Schema(
                        description =
                                "To be kept outside of the database, for a later check: lines"
                                        + " that are cut off at the end do not lead to it any more",
                        examples =
                                "0-12-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                String anchor) {

    /** One break. */
    @Schema(name = "AuditBreak")
    public record Place(
            @Schema(description = "Which chain", examples = "3") @Nullable Integer chain,
            @Schema(description = "Which link of it", examples = "12") @Nullable Long position,
            @Schema(description = "The line there", examples = "4711") @Nullable Long line,
            @Schema(
                            enumeration = {
                                "line-changed",
                                "line-missing",
                                "link-missing",
                                "end-missing",
                                "anchor-missing"
                            })
                    String reason) {}

    static AuditCheckResponse of(AuditCheck check) {
        return new AuditCheckResponse(
                check.breaks().isEmpty(),
                check.lines(),
                check.breaks().stream().map(AuditCheckResponse::place).toList(),
                check.anchor());
    }

    private static Place place(AuditCheck.Break found) {
        return new Place(
                found.chain().orElse(null),
                found.position().orElse(null),
                found.line().orElse(null),
                found.reason().id());
    }
}
