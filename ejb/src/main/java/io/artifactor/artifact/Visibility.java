package io.artifactor.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who reads an artifact beside those it is granted to. */
public enum Visibility {
    /** Its owner, and those who answer for its workspace. */
    PRIVATE,
    /** The members of its workspace. */
    SHARED,
    /** Everybody who is signed in; the members of its workspace as before. */
    PUBLIC;

    /** The name in tables, URLs and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, in lower case as {@link #id} gives it. */
    public static Optional<Visibility> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findAny();
    }
}
