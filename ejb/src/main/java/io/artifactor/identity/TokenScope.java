package io.artifactor.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a personal token may be used for; a signed-in session may all of it. */
public enum TokenScope {
    /** Requests that change nothing. */
    READ,
    /** Every request, reading included. */
    WRITE,
    /** The owner's administrator and auditor roles, which a token lacks without it. */
    ADMIN,
    /** Telling of people and groups over SCIM, and nothing else; for administrators. */
    SCIM;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that name, as clients write it. */
    public static Optional<TokenScope> find(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
