package io.artifactor.workspace.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.workspace.WorkspaceRegister;
import io.artifactor.workspace.WorkspaceView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspaces of the caller. */
@Path("/workspaces")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Workspaces",
        description = "Where artifacts lie, and who works with them there; see docs/workspaces.md")
public class WorkspacesResource {

    @Inject private CurrentCaller caller;
    @Inject private WorkspaceRegister register;

    @GET
    @Operation(
            operationId = "listWorkspaces",
            summary = "List the caller's workspaces",
            description = "Their own first, the others by name.")
    @APIResponse(responseCode = "200", description = "All of them")
    public ListDocument<WorkspaceResponse> list() {
        return ListDocument.whole(
                register.list(caller.get()).stream().map(WorkspaceResponse::of).toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addWorkspace",
            summary = "Make a workspace",
            description = "With the caller as its owner; others are invited.")
    @APIResponse(
            responseCode = "201",
            description = "Made; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = WorkspaceResponse.class)))
    @APIResponse(responseCode = "400", description = "The name or the description is not valid")
    @APIResponse(responseCode = "409", description = "The caller is in too many workspaces")
    public Response add(NewWorkspace body) {
        WorkspaceView made =
                register.create(caller.get(), body.givenName(), body.givenDescription());
        return WorkspaceAnswers.of(
                Response.created(URI.create("workspaces/" + made.workspace().id())), made);
    }
}
