package io.artifactor.it.security;

import java.util.Arrays;
import java.util.Set;

/** Those who ask, as the columns of the table name them. */
enum Caller {
    ANONYMOUS("anonymous"),

    /** Somebody who has nothing but the secret of a share link, and sends it as a token. */
    LINK("link"),
    STRANGER("stranger"),
    VIEWER("viewer"),
    EDITOR("editor"),
    ADMIN("admin"),
    OWNER("owner"),
    GRANTED_VIEWER("granted viewer"),
    GRANTED_EDITOR("granted editor"),
    AUDITOR("auditor", "auditor"),
    ADMINISTRATOR("administrator", "admin", "user"),

    /** The owner, with a personal token of the scope read. */
    READ_TOKEN("read token");

    private final String column;
    private final Set<String> roles;

    Caller(String column, String... roles) {
        this.column = column;
        this.roles = roles.length == 0 ? Set.of("user") : Set.of(roles);
    }

    static Caller of(String column) {
        return Arrays.stream(values())
                .filter(it -> it.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No caller is called " + column));
    }

    String column() {
        return column;
    }

    /** Whether they have an account of their own. */
    boolean isPerson() {
        return this != ANONYMOUS && this != LINK && this != READ_TOKEN;
    }

    /** Their roles in the whole system. */
    Set<String> roles() {
        return roles;
    }
}
