package io.artifactor.identity.rest;

import io.artifactor.identity.Session;
import io.artifactor.identity.SessionKey;
import io.artifactor.identity.Sessions;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's sign-ins; a personal token neither sees nor ends them. */
@Path("auth/sessions")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class SessionsResource {

    @Inject private Sessions sessions;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "The caller's sign-ins, the last used first",
            description = "With the device and address each was last used from. Needs a sign-in.")
    @APIResponse(responseCode = "200", description = "All that are not over")
    public ListDocument<SessionResponse> list() {
        UUID here = current.session().family();
        return ListDocument.whole(
                sessions.listOf(current.get()).stream()
                        .map(session -> shown(session, here))
                        .toList());
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endSession",
            summary = "End a sign-in",
            description =
                    "Its tokens open nothing any more: here at once, on other servers within three"
                            + " seconds. Needs a sign-in.")
    @APIResponse(responseCode = "204", description = "It is over")
    @APIResponse(responseCode = "404", description = "The caller has no such sign-in")
    public void end(@PathParam("id") UUID id) {
        current.session();
        sessions.end(current.get(), id);
    }

    @DELETE
    @Operation(
            operationId = "endOtherSessions",
            summary = "End all sign-ins but this one",
            description = "Personal tokens go on. Needs a sign-in.")
    @APIResponse(responseCode = "204", description = "The others are over")
    public void endOthers() {
        SessionKey here = current.session();
        sessions.endOthers(current.get(), here);
    }

    private static SessionResponse shown(Session session, UUID here) {
        return SessionResponse.of(session, session.id().equals(here));
    }
}
