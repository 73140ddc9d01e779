package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people have to sign in again. */
@Schema(name = "EndedSessions")
public record EndedSessionsResponse(
        @Schema(description = "How many users had a sign-in that is over now", examples = "12")
                int users) {}
