package io.artifactor.retention.rest;

import io.artifactor.problem.Problem;
import io.artifactor.retention.RuleAction;
import io.artifactor.retention.RuleDraft;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes a rule of age, or makes one say something else. */
@Schema(
        name = "NewRetentionRule",
        requiredProperties = {"name", "afterDays", "action"})
public record RuleRequest(
        @Schema(
                        description =
                                "The workspace it concerns; all if absent, which is for"
                                        + " administrators. Stays once the rule is made")
                @Nullable UUID workspaceId,
        @Schema(minLength = 1, maxLength = RuleDraft.LONGEST_NAME, examples = "Old drafts")
                @Nullable String name,
        @Schema(
                        minimum = "1",
                        maximum = "36500",
                        description = "How many days after its arrival something goes",
                        examples = "365")
                @Nullable Integer afterDays,
        @Schema(description = "Only this kind", examples = "code") @Nullable String kind,
        @Schema(description = "Only with this tag", examples = "draft") @Nullable String tag,
        @Schema(description = "Only of the category of this id") @Nullable UUID category,
        @Schema(description = "Only in the folder of this id, and below") @Nullable UUID folder,
        @Schema(
                        enumeration = {"trash", "purge"},
                        description = "Whether it goes into the trash, or for good",
                        examples = "trash")
                @Nullable String action,
        @Schema(description = "Whether it runs every day; it does if absent")
                @Nullable Boolean enabled) {

    RuleDraft draft() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        if (afterDays == null) {
            throw Problem.invalid("afterDays", "is missing.");
        }
        RuleAction does =
                RuleAction.find(action == null ? "" : action)
                        .orElseThrow(() -> Problem.invalid("action", "must be trash or purge."));
        return new RuleDraft(
                name,
                afterDays,
                new RuleDraft.Scope(workspaceId, kind, tag, category, folder),
                does,
                !Boolean.FALSE.equals(enabled));
    }
}
