package io.artifactor.activity.rest;

import io.artifactor.activity.Activity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did: once, or several times within ten minutes. */
@Schema(name = "Activity")
public record ActivityResponse(
        @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") UUID id,
        @Schema(examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11") UUID workspaceId,
        Actor actor,
        @Schema(
                        examples = "artifact.added",
                        enumeration = {
                            "artifact.added",
                            "artifact.described",
                            "artifact.version-added",
                            "artifact.deleted",
                            "artifact.restored",
                            "import.completed",
                            "conversation.deleted"
                        })
                String type,
        Subject subject,
        @Schema(examples = "3", description = "How many times") long count,
        @Schema(examples = "2026-11-21T10:15:30Z", description = "The first time") Instant at,
        @Schema(examples = "2026-11-21T10:18:04Z", description = "The last time") Instant until) {

    /** Who did it. */
    @Schema(name = "ActivityActor")
    public record Actor(
            @Schema(examples = "01a1fd2a-90b2-7c5d-8a57-71cf3f9e0c55") UUID id,
            @Schema(examples = "Ada") String name) {}

    /** What it was done to, the first time. */
    @Schema(name = "ActivitySubject")
    public record Subject(
            @Schema(
                            examples = "artifact",
                            enumeration = {"artifact", "conversation", "import"})
                    String type,
            @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") UUID id,
            @Schema(examples = "Merge sort", description = "As it was then") String title) {}

    static ActivityResponse of(Activity activity) {
        return new ActivityResponse(
                activity.id(),
                activity.workspace(),
                new Actor(activity.actor().id(), activity.actor().name()),
                activity.type(),
                new Subject(
                        activity.subject().type(),
                        activity.subject().id(),
                        activity.subject().title()),
                activity.count(),
                activity.at(),
                activity.until());
    }
}
