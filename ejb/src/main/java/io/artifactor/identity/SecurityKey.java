package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A security key or passkey of an account.
 *
 * @param name given by its owner
 * @param synced whether its maker keeps a copy elsewhere, so that it is not bound to one device
 */
public record SecurityKey(
        UUID id, String name, boolean synced, Instant addedAt, Optional<Instant> lastUsedAt) {}
