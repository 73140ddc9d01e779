package io.artifactor.operation.rest;

import io.artifactor.operation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Long-running work as it stands now. */
@Schema(name = "Operation")
public record OperationResponse(
        @Schema(
                        examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42",
                        description = "The id of the thing itself: of an import, the import's")
                UUID id,
        @Schema(examples = "import") String kind,
        @Schema(examples = "01a1fd2a-90b2-7c5d-8a57-71cf3f9e0c55") UUID ownerId,
        @Schema(examples = "conversations.json", description = "What it is about; to its owner")
                @Nullable String title,
        @Schema(
                        examples = "running",
                        enumeration = {"queued", "running", "succeeded", "failed", "stopped"})
                String state,
        @Schema(examples = "running", description = "Where it is, in its kind's own words")
                String phase,
        Progress progress,
        @Schema(description = "What came of it so far, in its kind's own words")
                Map<String, Long> counts,
        @Nullable Refusal problem,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant createdAt,
        @Schema(examples = "2026-11-21T10:15:31Z") @Nullable Instant startedAt,
        @Schema(examples = "2026-11-21T10:15:36Z") @Nullable Instant endedAt) {

    /** How far it is. */
    @Schema(name = "OperationProgress")
    public record Progress(
            @Schema(examples = "524288") long done,
            @Schema(examples = "1048576") long total,
            @Schema(examples = "bytes") String unit,
            @Schema(examples = "131072", description = "Units a second") @Nullable Double rate,
            @Schema(examples = "4", description = "At this rate") @Nullable Long secondsLeft) {}

    /** Why it failed. */
    @Schema(name = "OperationProblem")
    public record Refusal(
            @Schema(examples = "unreadable-import") String code,
            @Schema(description = "To its owner; empty to others") String detail) {}

    static OperationResponse of(Operation operation, Instant now) {
        Operation.Progress progress = operation.progress();
        return new OperationResponse(
                operation.id().value(),
                operation.kind(),
                operation.owner().value(),
                operation.title().orElse(null),
                operation.state().id(),
                operation.phase(),
                new Progress(
                        progress.done(),
                        progress.total(),
                        progress.unit(),
                        operation.rate(now).orElse(null),
                        operation.left(now).map(Duration::toSeconds).orElse(null)),
                operation.counts(),
                operation.failure().map(it -> new Refusal(it.code(), it.detail())).orElse(null),
                operation.times().created(),
                operation.times().started().orElse(null),
                operation.times().ended().orElse(null));
    }
}
