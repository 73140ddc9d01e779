package io.artifactor.operation;

import java.util.UUID;

/**
 * The right of one server to do a piece of work, until it is silent for too long.
 *
 * @param token new for each claim
 */
public record WorkClaim(UUID work, UUID token) {}
