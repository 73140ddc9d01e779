package io.artifactor.artifact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Whom something is granted to: a user, all members of a workspace, or a group. */
public record Grantee(Kind kind, UUID id) {

    public Grantee {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** What a grantee can be. */
    public enum Kind {
        USER,
        WORKSPACE,
        GROUP;

        /** The name in tables, URLs and documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name, as clients write it. */
        public static Optional<Kind> find(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }

    @Override
    public String toString() {
        return kind.id() + ":" + id;
    }
}
