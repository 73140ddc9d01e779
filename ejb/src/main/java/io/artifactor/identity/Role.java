package io.artifactor.identity;

import java.util.Locale;

/** What a user is in the whole system; the container enforces it with {@code @RolesAllowed}. */
public enum Role {
    ADMIN,
    AUDITOR,
    USER;

    /** The name in the container, in tables and in tokens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
