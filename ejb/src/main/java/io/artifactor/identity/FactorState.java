package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody's second factor is like.
 *
 * @param activeSince empty while there is none
 * @param required whether the configuration wants them to have one
 */
public record FactorState(Optional<Instant> activeSince, int recoveryCodesLeft, boolean required) {}
