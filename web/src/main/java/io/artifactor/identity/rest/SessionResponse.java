package io.artifactor.identity.rest;

import io.artifactor.identity.Session;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of the caller's sign-ins. */
@Schema(name = "Session")
public record SessionResponse(
        UUID id,
        @Schema(description = "What it was last used with", examples = "Firefox on Linux")
                @Nullable String device,
        @Schema(description = "From where it was last used", examples = "192.0.2.7")
                @Nullable String address,
        Instant startedAt,
        @Schema(description = "To the minute of a browser, else when its tokens were last renewed")
                Instant lastUsedAt,
        @Schema(description = "When it is over, unless it is used again") Instant expiresAt,
        @Schema(description = "Whether this is the one that asks") boolean current) {

    static SessionResponse of(Session session, boolean current) {
        return new SessionResponse(
                session.id(),
                session.device().orElse(null),
                session.address().orElse(null),
                session.startedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                current);
    }
}
