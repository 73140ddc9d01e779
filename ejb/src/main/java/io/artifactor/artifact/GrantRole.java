package io.artifactor.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a grant lets do with an artifact; an editor may what a viewer may. */
public enum GrantRole {
    VIEWER,
    EDITOR;

    /** The name in tables and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, as clients write it. */
    public static Optional<GrantRole> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
