package io.artifactor.activity.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What was done, and when, as query parameters. */
public class ActivityParameters {

    @QueryParam("type")
    @Parameter(description = "Only this", example = "artifact.added")
    @Nullable String type;

    @QueryParam("from")
    @Parameter(description = "Not before this instant", example = "2026-11-21T00:00:00Z")
    @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Before this instant", example = "2026-11-22T00:00:00Z")
    @Nullable Instant to;
}
