package io.artifactor.artifact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.artifact.Verification.StoreCheck;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a check of the whole store came, and what it found. */
@Schema(name = "StoreCheck")
public record StoreCheckResponse(
        @Schema(description = "How many contents were read") long checked,
        @Schema(description = "Which should have been in them") long bytes,
        @Schema(description = "How many of them the malware scanner could not look at")
                long unscanned,
        @Schema(description = "What is missing or corrupt, or has malware in it")
                List<CheckResponse> failed,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(nullable = true, description = "The `after` to go on with; null at the end")
                @Nullable String next) {

    public StoreCheckResponse {
        failed = List.copyOf(failed);
    }

    static StoreCheckResponse of(StoreCheck check) {
        return new StoreCheckResponse(
                check.checked(),
                check.bytes(),
                check.unscanned(),
                check.failed().stream().map(CheckResponse::of).toList(),
                check.next().orElse(null));
    }
}
