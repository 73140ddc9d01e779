package io.artifactor.identity.rest;

import io.artifactor.identity.AuditFilter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit log, as query parameters. */
public class AuditParameters {

    @QueryParam("actor")
    @Parameter(description = "Only what this user did")
    @Nullable UUID actor;

    @QueryParam("action")
    @Parameter(description = "Only this", example = "sign-in-refused")
    @Nullable String action;

    @QueryParam("subject")
    @Parameter(
            description =
                    "Only what was done to this thing, or with nothing behind the colon to"
                            + " any of the kind",
            example = "user:")
    @Nullable String subject;

    @QueryParam("from")
    @Parameter(description = "Not before this instant", example = "2026-11-21T00:00:00Z")
    @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Before this instant", example = "2026-11-22T00:00:00Z")
    @Nullable Instant to;

    AuditFilter filter() {
        return AuditFilter.of(actor, action, subject, from, to);
    }
}
