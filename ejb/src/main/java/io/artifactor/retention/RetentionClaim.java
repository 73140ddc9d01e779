package io.artifactor.retention;

import java.util.UUID;

/**
 * The right of one server to work on a run, until it is silent for too long.
 *
 * @param token new for each claim
 */
public record RetentionClaim(UUID run, UUID token) {}
