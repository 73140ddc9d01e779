package io.artifactor.hold.rest;

import io.artifactor.hold.HoldDraft;
import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that places a hold. */
@Schema(
        name = "NewLegalHold",
        requiredProperties = {"name", "reason", "on"})
public record NewHold(
        @Schema(
                        minLength = 1,
                        maxLength = HoldDraft.LONGEST_NAME,
                        description = "What you call it, such as the number of a case",
                        examples = "Case 2026-17")
                @Nullable String name,
        @Schema(
                        minLength = 1,
                        maxLength = HoldDraft.LONGEST_REASON,
                        description = "Why, for the record",
                        examples = "Asked for by counsel on 21 November")
                @Nullable String reason,
        @Nullable HeldSubject on) {

    HoldDraft draft() {
        if (on == null) {
            throw Problem.invalid("on", "is missing.");
        }
        return new HoldDraft(given("name", name), given("reason", reason), on.checked());
    }

    private static String given(String field, @Nullable String text) {
        if (text == null) {
            throw Problem.invalid(field, "is missing.");
        }
        return text;
    }
}
