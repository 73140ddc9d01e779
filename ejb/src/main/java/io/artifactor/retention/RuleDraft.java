package io.artifactor.retention;

import io.artifactor.artifact.TagKeys;
import io.artifactor.artifact.TextRules;
import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param name what people call it
 * @param afterDays how long after its arrival in the library an artifact goes
 * @param scope which artifacts it concerns
 * @param enabled whether it runs every day
 */
public record RuleDraft(
        String name, int afterDays, Scope scope, RuleAction action, boolean enabled) {

    public static final int LONGEST_NAME = 120;

    /** A hundred years. */
    public static final int MOST_DAYS = 36_500;

    public RuleDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (Unprintable.isIn(name)) {
            throw Problem.invalid("name", "contains a control character.");
        }
        if (afterDays < 1 || afterDays > MOST_DAYS) {
            throw Problem.invalid("afterDays", "must be between 1 and %,d.".formatted(MOST_DAYS));
        }
    }

    /**
     * Which artifacts a rule concerns: those to which all of it applies.
     *
     * @param workspace all if absent
     * @param tag the key of a tag
     * @param folder of the workspace, with all below
     */
    public record Scope(
            @Nullable UUID workspace,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable UUID category,
            @Nullable UUID folder) {

        public Scope {
            kind = kind == null ? null : TextRules.kind(kind).id();
            tag = tag == null ? null : key(tag);
            if (folder != null && workspace == null) {
                throw Problem.invalid("folder", "takes the workspace it lies in as `workspaceId`.");
            }
        }

        private static String key(String name) {
            return TagKeys.of(List.of(name)).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("tag", "must not be empty."));
        }
    }
}
