package io.artifactor.workspace.rest;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import io.artifactor.workspace.Members;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRegister;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** One workspace. */
@Path("/workspaces/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class WorkspaceResource {

    @Inject private CurrentCaller caller;
    @Inject private WorkspaceRegister register;
    @Inject private Members members;

    @GET
    @Operation(
            operationId = "getWorkspace",
            summary = "Read a workspace",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The workspace",
            content = @Content(schema = @Schema(implementation = WorkspaceResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    public Response get(@PathParam("id") UUID id) {
        return WorkspaceAnswers.of(register.get(caller.get(), new WorkspaceId(id)));
    }

    @PATCH
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWorkspace",
            summary = "Rename, describe or archive a workspace",
            description =
                    "Takes an admin there, and for `archived` an owner. Needs `If-Match` with the"
                            + " ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The workspace as it is now",
            content = @Content(schema = @Schema(implementation = WorkspaceResponse.class)))
    @APIResponse(responseCode = "403", description = "It takes an admin or an owner")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "409", description = "A personal workspace stays open")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            WorkspacePatch patch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return WorkspaceAnswers.showingCurrent(() ->
                WorkspaceAnswers.of(
                        register.change(
                                caller.get(),
                                new WorkspaceId(id),
                                expected::admits,
                                patch.change())));
    }

    @POST
    @Path("/transfer")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "transferWorkspace",
            summary = "Hand a workspace to another owner",
            description = "Takes an owner, who stays as an admin.")
    @APIResponse(responseCode = "200", description = "The new owner")
    @APIResponse(responseCode = "400", description = "Nobody else, or nobody who can sign in")
    @APIResponse(responseCode = "403", description = "It takes an owner")
    @APIResponse(responseCode = "404", description = "No such workspace, or no such member")
    @APIResponse(responseCode = "409", description = "A personal workspace stays with its user")
    public MemberResponse transfer(@PathParam("id") UUID id, WorkspaceHeir body) {
        return MemberResponse.of(members.transfer(caller.get(), new WorkspaceId(id), body.user()));
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteWorkspace",
            summary = "Delete a workspace",
            description =
                    "Takes an owner, and no artifact may be left there, not in the trash either."
                            + " Folders, categories and tags go along. Needs `If-Match` with the"
                            + " ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "It takes an owner")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(
            responseCode = "409",
            description = "It is not empty, personal, or under a legal hold")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return WorkspaceAnswers.showingCurrent(() -> {
            register.delete(caller.get(), new WorkspaceId(id), expected::admits);
            return Response.noContent().build();
        });
    }
}
