package io.artifactor.realm;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a realm says of somebody who signs in.
 *
 * @param subject what it calls them for ever
 * @param username what it calls them now
 * @param displayName how others see them, if it says so
 * @param email their address, only if the realm knows that it is theirs
 * @param groups the names of all groups they are in, those of groups in groups included
 */
public record RealmProfile(
        Realm realm,
        String subject,
        String username,
        @Nullable String displayName,
        @Nullable String email,
        Set<String> groups) {

    private static final int LONGEST_SUBJECT = 512;

    public RealmProfile {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException(
                    "The realm " + realm.id() + " gives no usable name for the user.");
        }
        groups = Set.copyOf(groups);
    }

    /** Two providers may call two people the same, and one follows another. */
    public static String subjectOf(String issuer, String name) {
        return issuer + '|' + name;
    }

    String[] groupNames() {
        return new TreeSet<>(groups).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "RealmProfile[" + realm + ", " + subject + "]";
    }
}
