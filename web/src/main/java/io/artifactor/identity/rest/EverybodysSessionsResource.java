package io.artifactor.identity.rest;

import io.artifactor.identity.SessionKey;
import io.artifactor.identity.Sessions;
import io.artifactor.problem.Problem;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The sign-ins of everybody, for administrators who have to end them. */
@Path("admin/sessions")
@NotReplayed
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class EverybodysSessionsResource {

    @Inject private Sessions sessions;
    @Inject private CurrentCaller current;

    @DELETE
    @Operation(
            operationId = "endSessionsOfEverybody",
            summary = "End the sign-ins of everybody",
            description =
                    "Of those that began before an instant, such as that of an accident, or now."
                            + " Tokens and cookies open nothing any more: here at once, on other"
                            + " servers within three seconds. Everybody may sign in again; personal"
                            + " tokens go on.")
    @APIResponseSchema(value = EndedSessionsResponse.class, responseCode = "200")
    public EndedSessionsResponse end(
            @QueryParam("startedBefore")
                    @Parameter(
                            description = "Which: those that began before this instant",
                            required = true,
                            example = "2026-11-22T08:00:00Z")
                    @Nullable Instant startedBefore,
            @QueryParam("own") @Parameter(description = "Whether the one that asks ends as well")
                    @Nullable Boolean own) {
        if (startedBefore == null) {
            throw Problem.invalid("startedBefore", "is missing: which sign-ins are to end?");
        }
        SessionKey keep =
                Boolean.TRUE.equals(own)
                        ? null
                        : current.authenticated().orElseThrow().session().orElse(null);
        return new EndedSessionsResponse(
                sessions.endEverybodys(current.get(), startedBefore, keep));
    }
}
