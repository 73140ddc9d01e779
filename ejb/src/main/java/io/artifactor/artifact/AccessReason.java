package io.artifactor.artifact;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reason why somebody may read an artifact.
 *
 * @param grantee who may; empty for everybody
 * @param name the user name, or the name of the workspace
 * @param why what makes it so
 * @param role as what
 * @param end until when; without an end if null
 */
public record AccessReason(
        Optional<Grantee> grantee, String name, Why why, String role, @Nullable Instant end) {

    /** What makes somebody a reader. */
    public enum Why {
        /** They are a member of its workspace, in that role. */
        MEMBERSHIP,
        /** It is granted to them. */
        GRANT,
        /** It is theirs, and private. */
        OWNER,
        /** It is private, and they answer for its workspace, in that role. */
        ADMINISTRATION,
        /** It is public. */
        PUBLIC;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(end);
    }
}
