package io.artifactor.hold.rest;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.hold.HoldDraft;
import io.artifactor.hold.HoldId;
import io.artifactor.hold.Holds;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One legal hold. */
@Path("/holds/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal holds")
public class HoldResource {

    @Inject private CurrentCaller caller;
    @Inject private Holds holds;

    @GET
    @Operation(
            operationId = "getHold",
            summary = "Read a legal hold",
            description = "`ETag` holds its revision. For administrators and auditors.")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = HoldResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such hold")
    public Response get(@PathParam("id") UUID id) {
        return HoldAnswers.of(Response.ok(), holds.get(caller.get(), new HoldId(id)));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(
            operationId = "releaseHold",
            summary = "Release a legal hold",
            description =
                    "It stays as a record; what no other hold keeps can be removed again. For"
                            + " administrators. Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The record of it",
            content = @Content(schema = @Schema(implementation = HoldResponse.class)))
    @APIResponse(responseCode = "400", description = "The reason is missing, or too long")
    @APIResponse(responseCode = "404", description = "There is no such hold")
    @APIResponse(responseCode = "409", description = "It was released already")
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason")
                    @Parameter(
                            description = "Why, for the record",
                            required = true,
                            schema =
                                    @Schema(
                                            minLength = 1,
                                            maxLength = HoldDraft.LONGEST_REASON,
                                            examples = "The case is closed"))
                    @Nullable String reason) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return HoldAnswers.showingCurrent(() ->
                HoldAnswers.of(
                        Response.ok(),
                        holds.release(caller.get(), new HoldId(id), expected::admits, reason)));
    }
}
