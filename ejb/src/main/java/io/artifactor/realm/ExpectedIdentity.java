package io.artifactor.realm;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is expected to come through a realm.
 *
 * @param subject what the realm will call them for ever, as it stands with those who came
 * @param username what it will call them
 * @param email their address, if it will say so
 */
public record ExpectedIdentity(
        Realm realm, String subject, String username, @Nullable String email) {

    private static final int LONGEST = 512;

    public ExpectedIdentity {
        requireLine("subject", subject);
        requireLine("username", username);
        if (email != null) {
            requireLine("email", email);
        }
    }

    private static void requireLine(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST || Unprintable.isIn(text)) {
            throw Problem.invalid(
                    name, "must be one line of 1 to %d characters.".formatted(LONGEST));
        }
    }

    /** By what they are known. */
    Key key() {
        return new Key(realm, subject);
    }

    /** What nobody else in the world is called. */
    record Key(Realm realm, String subject) {}
}
