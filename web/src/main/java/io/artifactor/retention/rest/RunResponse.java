package io.artifactor.retention.rest;

import io.artifactor.retention.RetentionRun;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run of a rule as it was put in line. */
@Schema(name = "RetentionRun")
public record RunResponse(
        @Schema(description = "The id of the operation too") UUID id,
        @Schema(
                        enumeration = {"queued", "running", "completed", "failed", "stopped"},
                        description = "How far it is")
                String state,
        @Schema(description = "What came later is too young for it") Instant arrivedBefore,
        Instant createdAt) {

    static RunResponse of(RetentionRun run) {
        return new RunResponse(
                run.id().value(), run.state().id(), run.arrivedBefore(), run.createdAt());
    }
}
