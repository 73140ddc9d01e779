package io.artifactor.artifact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a user may do, without saying what is in it.
 *
 * @param subject the id of the workspace they are a member of, or of the artifact granted to them
 * @param isMembership whether it is a workspace
 * @param role as what
 * @param via the workspace by which an artifact is granted to them; null if to them alone
 * @param end until when; without an end if null
 */
public record HeldPermission(
        UUID subject,
        boolean isMembership,
        String role,
        @Nullable UUID via,
        @Nullable Instant end) {

    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }
}
