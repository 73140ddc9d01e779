package io.artifactor.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule does with what is old enough. */
public enum RuleAction {
    /** Puts it into the trash, from where it can be brought back for a while. */
    TRASH,
    /** Removes it for good. */
    PURGE;

    /** The name in documents and rows. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleAction> find(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }

    static RuleAction of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalStateException("Unknown action in a row: " + id));
    }

    /** What became of an artifact it was done to. */
    String outcome() {
        return this == TRASH ? "trashed" : "purged";
    }
}
