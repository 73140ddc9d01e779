package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device on which an account was signed in to with its password.
 *
 * @param name what it called itself last, in a word or two
 * @param address from where it was signed in last
 */
public record KnownDevice(
        UUID id,
        Optional<String> name,
        Optional<String> address,
        Instant firstSeenAt,
        Instant lastSeenAt) {}
