package io.artifactor.identity;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in as the realm knows it that vouched for somebody.
 *
 * @param realm the name of the realm
 * @param subject what it calls whoever signed in, for ever
 * @param session what it calls the sign-in; null if it does not say
 */
public record RealmSession(String realm, String subject, @Nullable String session) {

    private static final int LONGEST = 512;

    public RealmSession {
        // By half of a name nothing is found again.
        session = session == null || session.length() > LONGEST ? null : session;
    }

    @Override
    public String toString() {
        return "RealmSession[" + realm + ", " + subject + "]";
    }
}
