package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * That a realm says that sign-ins it vouched for are over.
 *
 * @param message what the realm calls this word of its own; it counts once
 * @param end until when somebody could repeat it
 * @param subject whose sign-ins, if it says so
 * @param session which, if it says so; else all of theirs
 */
public record RealmLogout(
        String realm,
        String message,
        Instant end,
        Optional<String> subject,
        Optional<String> session) {

    public RealmLogout {
        if (subject.isEmpty() && session.isEmpty()) {
            throw new IllegalArgumentException("Nobody's sign-ins are over.");
        }
    }

    @Override
    public String toString() {
        return "RealmLogout[" + realm + ", " + subject + "]";
    }
}
