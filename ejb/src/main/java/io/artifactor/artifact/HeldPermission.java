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
 * @param via to whom the artifact is granted, of whom they are one; null for a membership
 * @param end until when; without an end if null
 */
public record HeldPermission(
        UUID subject,
        boolean isMembership,
        String role,
        @Nullable Grantee via,
        @Nullable Instant end) {

    /** The id of the workspace, or the group, by which it is granted to them. */
    public Optional<UUID> by(Grantee.Kind kind) {
        return Optional.ofNullable(via).filter(it -> it.kind() == kind).map(Grantee::id);
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }
}
