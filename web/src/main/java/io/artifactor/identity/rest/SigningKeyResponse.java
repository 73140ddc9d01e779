package io.artifactor.identity.rest;

import io.artifactor.identity.SigningKeyState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key of access tokens, without the key. */
@Schema(name = "SigningKey")
public record SigningKeyResponse(
        @Schema(
                        description = "`kid` in the tokens it signed",
                        examples = "xJ0bFZMi5r3TZkb2jWf0vPUr9bOBKq0gCfAM1h3HnZg")
                String id,
        @Schema(description = "Absent for the one in the file") @Nullable Instant signsFrom,
        @Schema(description = "Until when what it signed counts; absent while that is open")
                @Nullable Instant acceptedUntil,
        @Schema(description = "Whether it is the one that signs now") boolean signing) {

    static SigningKeyResponse of(SigningKeyState key) {
        return new SigningKeyResponse(
                key.id(),
                key.signsFrom().orElse(null),
                key.acceptedUntil().orElse(null),
                key.signing());
    }
}
