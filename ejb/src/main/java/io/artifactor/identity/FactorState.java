package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody's second factor is like.
 *
 * @param activeSince empty while there is none of any kind
 * @param codes whether one-time codes are one
 * @param keys how many security keys there are
 * @param required whether the configuration wants them to have one
 */
public record FactorState(
        Optional<Instant> activeSince,
        boolean codes,
        int keys,
        int recoveryCodesLeft,
        boolean required) {}
