package io.artifactor.search.rest;

import io.artifactor.search.SearchJob;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a job of search is. */
@Schema(name = "SearchJob")
public record SearchJobResponse(
        @Schema(examples = "01a1fd2b-f4c7-4816-bc4b-e862090bbf42") UUID id,
        @Schema(examples = "running", description = "queued, running, completed, failed or stopped")
                String state,
        @Schema(examples = "100000", description = "How many things there were at the beginning")
                long total,
        @Schema(examples = "42100") long done,
        @Schema(examples = "0", description = "How many the index did not take") long refused,
        @Schema(description = "Why it failed, or was interrupted") @Nullable String problem,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant createdAt,
        @Schema(examples = "2026-11-21T10:15:31Z") @Nullable Instant startedAt,
        @Schema(examples = "2026-11-21T10:17:02Z") @Nullable Instant endedAt) {

    static SearchJobResponse of(SearchJob job) {
        return new SearchJobResponse(
                job.id(),
                job.state().id(),
                job.total(),
                job.done(),
                job.refused(),
                job.problem(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }
}
