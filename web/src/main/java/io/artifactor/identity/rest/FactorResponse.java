package io.artifactor.identity.rest;

import io.artifactor.identity.FactorState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the caller's second factor is like. */
@Schema(name = "SecondFactor")
public record FactorResponse(
        @Schema(description = "Absent while there is none") @Nullable Instant activeSince,
        @Schema(description = "Whether one-time codes are one") boolean codes,
        @Schema(description = "How many security keys there are", examples = "2") int keys,
        @Schema(description = "Each good once", examples = "10") int recoveryCodesLeft,
        @Schema(description = "Whether the configuration wants the caller to have one")
                boolean required) {

    static FactorResponse of(FactorState state) {
        return new FactorResponse(
                state.activeSince().orElse(null),
                state.codes(),
                state.keys(),
                state.recoveryCodesLeft(),
                state.required());
    }
}
