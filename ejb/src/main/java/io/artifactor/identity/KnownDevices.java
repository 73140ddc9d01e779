package io.artifactor.identity;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells devices on which an account was signed in to before, so that strangers who guess its
 * password do not keep its owner out. A token of a device opens nothing: it only lets its attempts
 * be counted apart. The token says whose, which and when, under a signature; whether the device was
 * forgotten since is asked elsewhere. Safe for all threads.
 */
final class KnownDevices {

    static final Duration KNOWN = Duration.ofDays(180);

    private final TokenSeal seal;
    private final Clock clock;

    /**
     * @param shared a key the nodes share and nobody else has
     */
    KnownDevices(byte[] shared, Clock clock) {
        this.seal = new TokenSeal(shared, "artifactor: known devices", 5);
        this.clock = clock;
    }

    /** A token for a device on which the user signed in just now. */
    String issue(UserId user, UUID device) {
        return seal.close(
                user.value().getMostSignificantBits(),
                user.value().getLeastSignificantBits(),
                device.getMostSignificantBits(),
                device.getLeastSignificantBits(),
                clock.instant().getEpochSecond());
    }

    /** The device, if the token was issued for this user and is not too old. */
    Optional<UUID> check(UserId user, String text) {
        return seal.open(text).flatMap(fields -> device(user, fields));
    }

    private Optional<UUID> device(UserId user, ByteBuffer fields) {
        UUID owner = new UUID(fields.getLong(), fields.getLong());
        UUID device = new UUID(fields.getLong(), fields.getLong());
        Instant end = Instant.ofEpochSecond(fields.getLong()).plus(KNOWN);
        return owner.equals(user.value()) && clock.instant().isBefore(end)
                ? Optional.of(device)
                : Optional.empty();
    }
}
