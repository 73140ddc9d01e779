package io.artifactor.retention.rest;

import io.artifactor.retention.AgeRule;
import io.artifactor.retention.RuleDraft;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule of age. */
@Schema(name = "RetentionRule")
public record RuleResponse(
        UUID id,
        @Schema(description = "The workspace it concerns; all if absent")
                @Nullable UUID workspaceId,
        @Schema(examples = "Old drafts") String name,
        @Schema(description = "How many days after its arrival something goes", examples = "365")
                int afterDays,
        @Schema(description = "Only this kind; any if absent", examples = "code")
                @Nullable String kind,
        @Schema(description = "Only with this tag; any if absent", examples = "draft")
                @Nullable String tag,
        @Schema(description = "Only of this category; any if absent") @Nullable UUID category,
        @Schema(description = "Only in this folder and below; any if absent") @Nullable UUID folder,
        @Schema(
                        enumeration = {"trash", "purge"},
                        description = "Whether it goes into the trash, or for good")
                String action,
        @Schema(description = "Whether it runs every day") boolean enabled,
        @Schema(description = "When it runs by itself; absent if it is not enabled")
                @Nullable Instant nextRunAt,
        @Schema(description = "The user who made it") UUID madeBy,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "What the ETag holds; send it back in If-Match") int revision) {

    static RuleResponse of(AgeRule rule) {
        RuleDraft draft = rule.draft();
        return new RuleResponse(
                rule.id().value(),
                draft.scope().workspace(),
                draft.name(),
                draft.afterDays(),
                draft.scope().kind(),
                draft.scope().tag(),
                draft.scope().category(),
                draft.scope().folder(),
                draft.action().id(),
                draft.enabled(),
                draft.enabled() ? rule.nextRunAt() : null,
                rule.madeBy().value(),
                rule.createdAt(),
                rule.updatedAt(),
                rule.revision());
    }
}
