package io.artifactor.identity.rest;

import io.artifactor.identity.SecurityKey;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A security key or passkey of the caller. */
@Schema(name = "SecurityKey")
public record SecurityKeyResponse(
        UUID id,
        @Schema(examples = "The blue one") String name,
        @Schema(description = "Whether it can be copied, so that it is bound to no one device")
                boolean synced,
        Instant addedAt,
        @Schema(description = "Absent until it is used") @Nullable Instant lastUsedAt) {

    static SecurityKeyResponse of(SecurityKey key) {
        return new SecurityKeyResponse(
                key.id(), key.name(), key.synced(), key.addedAt(), key.lastUsedAt().orElse(null));
    }
}
