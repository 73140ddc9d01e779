package io.artifactor.search;

import java.util.UUID;

/**
 * The right of one server to work on a job, until it is silent for too long.
 *
 * @param token new for each claim
 */
public record SearchClaim(UUID job, SearchJob.Kind kind, UUID token) {}
