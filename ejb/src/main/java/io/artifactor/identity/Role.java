package io.artifactor.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user is in the whole system; the container enforces it with {@code @RolesAllowed}. */
public enum Role {
    ADMIN,
    AUDITOR,
    USER;

    /** The name in the container, in tables and in tokens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, as clients write it. */
    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    static Role of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalStateException("Unknown role in a row: " + id));
    }
}
