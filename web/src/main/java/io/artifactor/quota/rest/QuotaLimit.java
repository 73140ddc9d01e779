package io.artifactor.quota.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that limits somebody. */
@Schema(name = "QuotaLimit")
public record QuotaLimit(
        @Schema(
                        required = true,
                        minimum = "0",
                        maximum = "9007199254740991",
                        examples = "1073741824",
                        description = "Bytes there may be")
                @Nullable Long limit) {

    /** What every reader of JSON can count to. */
    private static final long MOST = (1L << 53) - 1;

    long given() {
        if (limit == null) {
            throw Problem.invalid("limit", "is missing, expected a number of bytes.");
        }
        if (limit < 0 || limit > MOST) {
            throw Problem.invalid("limit", "must be a number of bytes, 0 to %d.".formatted(MOST));
        }
        return limit;
    }
}
