package io.artifactor.workspace.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.workspace.InvitationId;
import io.artifactor.workspace.Invitations;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The open invitations into a workspace, for those who run it. */
@Path("/workspaces/{id}/invitations")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class WorkspaceInvitationsResource {

    @Inject private CurrentCaller caller;
    @Inject private Invitations invitations;

    @GET
    @Operation(
            operationId = "listWorkspaceInvitations",
            summary = "List the open invitations into a workspace",
            description = "The newest first. Takes an admin there.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "403", description = "It takes an admin")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    public ListDocument<InvitationResponse> list(@PathParam("id") UUID id) {
        return ListDocument.whole(
                invitations.into(caller.get(), new WorkspaceId(id)).stream()
                        .map(InvitationResponse::of)
                        .toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invite",
            summary = "Invite somebody into a workspace",
            description =
                    "Takes an admin there, and an owner to invite an owner. They become a member"
                            + " by accepting within 14 days. An invitation they had before is no"
                            + " more. With an e-mail address a link is sent there, which works"
                            + " once, for whoever follows it and signs in.")
    @APIResponse(
            responseCode = "201",
            description = "Invited",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(responseCode = "400", description = "No such active user, or no such role")
    @APIResponse(responseCode = "403", description = "It takes an admin or an owner")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(
            responseCode = "409",
            description = "They are a member already, or the workspace is personal")
    @APIResponse(responseCode = "503", description = "No mail can be sent from here")
    public Response invite(@PathParam("id") UUID id, NewInvitation body) {
        InvitationResponse made =
                InvitationResponse.of(
                        invitations.invite(
                                caller.get(),
                                new WorkspaceId(id),
                                body.invitee(),
                                body.givenRole()));
        return Response.created(URI.create("workspaces/" + id + "/invitations"))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("/{invitation}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Take an invitation back",
            description = "Takes an admin there.")
    @APIResponse(responseCode = "204", description = "It is no more")
    @APIResponse(responseCode = "403", description = "It takes an admin")
    @APIResponse(responseCode = "404", description = "No such workspace, or no such invitation")
    public void withdraw(
            @PathParam("id") UUID id,
            @PathParam("invitation") @Parameter(description = "The id of the invitation")
                    UUID invitation) {
        invitations.withdraw(caller.get(), new WorkspaceId(id), new InvitationId(invitation));
    }
}
