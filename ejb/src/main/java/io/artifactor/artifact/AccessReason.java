package io.artifactor.artifact;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reason why somebody may read an artifact.
 *
 * @param name the user name, or the name of the workspace
 * @param isMembership whether it is a membership of the artifact's workspace, or else a grant
 * @param role as what
 * @param end until when; without an end if null
 */
public record AccessReason(
        Grantee grantee, String name, boolean isMembership, String role, @Nullable Instant end) {

    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }
}
