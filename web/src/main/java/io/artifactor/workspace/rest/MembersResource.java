package io.artifactor.workspace.rest;

import io.artifactor.identity.UserId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import io.artifactor.workspace.Members;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The members of a workspace. */
@Path("/workspaces/{id}/members")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class MembersResource {

    @Inject private CurrentCaller caller;
    @Inject private Members members;

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a workspace",
            description = "In the order of their user names.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    public ListDocument<MemberResponse> list(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                members.page(caller.get(), new WorkspaceId(id), paging.request()),
                MemberResponse::of);
    }

    @PUT
    @Path("/{user}")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMember",
            summary = "Give a member another role",
            description =
                    "Takes an admin there, and an owner if the member is an owner or becomes one."
                            + " Who is no member yet is invited.")
    @APIResponse(responseCode = "200", description = "The member as they are now")
    @APIResponse(responseCode = "400", description = "There is no such role")
    @APIResponse(responseCode = "403", description = "It takes an admin or an owner")
    @APIResponse(responseCode = "404", description = "No such workspace, or no such member")
    @APIResponse(responseCode = "409", description = "The last owner, or a personal workspace")
    public MemberResponse change(
            @PathParam("id") UUID id,
            @PathParam("user") @Parameter(description = "The id of the member") UUID user,
            MemberRole body) {
        return MemberResponse.of(
                members.changeRole(
                        caller.get(), new WorkspaceId(id), new UserId(user), body.given()));
    }

    @DELETE
    @Path("/{user}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "removeMember",
            summary = "Take a member out of a workspace",
            description =
                    "Takes an admin there, and for an owner an owner; everybody may leave by"
                            + " themselves. What they made stays.")
    @APIResponse(responseCode = "204", description = "They are no member any more")
    @APIResponse(responseCode = "403", description = "It takes an admin or an owner")
    @APIResponse(responseCode = "404", description = "No such workspace, or no such member")
    @APIResponse(responseCode = "409", description = "The last owner, or a personal workspace")
    public void remove(
            @PathParam("id") UUID id,
            @PathParam("user") @Parameter(description = "The id of the member") UUID user) {
        members.remove(caller.get(), new WorkspaceId(id), new UserId(user));
    }
}
