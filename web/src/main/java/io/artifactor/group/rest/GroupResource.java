package io.artifactor.group.rest;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.group.GroupId;
import io.artifactor.group.Groups;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One group. */
@Path("/groups/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupResource {

    @Inject private CurrentCaller caller;
    @Inject private Groups groups;

    @GET
    @Operation(
            operationId = "getGroup",
            summary = "Read a group",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Response get(@PathParam("id") UUID id) {
        return GroupAnswers.of(Response.ok(), groups.get(new GroupId(id)));
    }

    @PATCH
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renameGroup",
            summary = "Rename a group",
            description = "For administrators. Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            content = @Content(schema = @Schema(implementation = GroupResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such group")
    @APIResponse(responseCode = "409", description = "There is a group of this name")
    public Response rename(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            GroupName body) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return GroupAnswers.showingCurrent(() ->
                GroupAnswers.of(
                        Response.ok(),
                        groups.rename(
                                caller.get(), new GroupId(id), expected::admits, body.given())));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(
            operationId = "deleteGroup",
            summary = "End a group",
            description =
                    "What was granted to it is granted no more. For administrators. Needs"
                            + " `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is no more")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return GroupAnswers.showingCurrent(() -> {
            groups.delete(caller.get(), new GroupId(id), expected::admits);
            return Response.noContent().build();
        });
    }
}
