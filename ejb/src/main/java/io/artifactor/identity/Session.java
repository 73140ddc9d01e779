package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in as its user sees it.
 *
 * @param device what it was last used with, in a word or two
 * @param address from where it was last used
 * @param lastUsedAt to the minute of a browser; else when its tokens were last renewed, which a
 *     client in use does every quarter of an hour
 */
public record Session(
        UUID id,
        Optional<String> device,
        Optional<String> address,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    static Session of(RefreshToken last) {
        return new Session(
                last.session().family(),
                last.device().map(DeviceName::of),
                last.address(),
                last.startedAt(),
                last.lastUsedAt(),
                last.expiresAt());
    }
}
