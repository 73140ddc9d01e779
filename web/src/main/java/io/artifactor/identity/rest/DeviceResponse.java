package io.artifactor.identity.rest;

import io.artifactor.identity.KnownDevice;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device the caller's account knows. */
@Schema(name = "Device")
public record DeviceResponse(
        UUID id,
        @Schema(description = "What it called itself last", examples = "Firefox on Linux")
                @Nullable String name,
        @Schema(description = "From where it was signed in last", examples = "192.0.2.7")
                @Nullable String address,
        Instant firstSeenAt,
        @Schema(description = "When the password was given there last") Instant lastSeenAt) {

    static DeviceResponse of(KnownDevice device) {
        return new DeviceResponse(
                device.id(),
                device.name().orElse(null),
                device.address().orElse(null),
                device.firstSeenAt(),
                device.lastSeenAt());
    }
}
