package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of access tokens as it is shown, without the key.
 *
 * @param id by which tokens name it
 * @param signsFrom from when on it signs; empty for the one in the file
 * @param acceptedUntil until when what it signed counts; empty while that is open
 */
public record SigningKeyState(
        String id, Optional<Instant> signsFrom, Optional<Instant> acceptedUntil, boolean signing) {

    static SigningKeyState of(KeyRing.Key key, boolean signing) {
        return new SigningKeyState(
                key.id(),
                Optional.of(key.signsFrom()).filter(from -> from.isAfter(Instant.EPOCH)),
                Optional.ofNullable(key.acceptedUntil()),
                signing);
    }
}
