package io.artifactor.hold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a hold is placed on.
 *
 * @param kind what the id is the id of
 */
public record HoldSubject(Kind kind, UUID id) {

    public HoldSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
        return kind.id() + ":" + id;
    }

    /** What can be held. */
    public enum Kind {
        /** One artifact. */
        ARTIFACT("artifact"),

        /** The artifacts in a folder and below. */
        FOLDER("folder"),

        /** The artifacts and conversations of a workspace. */
        WORKSPACE("workspace"),

        /** The artifacts a user owns, and all there is in their personal workspace. */
        USER("app_user");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /** Where those of the kind are kept. */
        String table() {
            return table;
        }

        /** The name in documents and rows. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }

        static Kind of(String id) {
            return find(id).orElseThrow(
                            () -> new IllegalStateException("Unknown kind in a row: " + id));
        }
    }
}
