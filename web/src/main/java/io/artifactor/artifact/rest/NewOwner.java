package io.artifactor.artifact.rest;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that hands an artifact to somebody. */
@Schema(name = "NewOwner")
public record NewOwner(
        @Schema(
                        required = true,
                        examples = "01a1fd2a-90b2-7c5d-8a57-71cf3f9e0c55",
                        description = "An active member of the artifact's workspace")
                @Nullable UUID userId) {

    UserId user() {
        if (userId == null) {
            throw Problem.invalid("userId", "must be given.");
        }
        return new UserId(userId);
    }
}
