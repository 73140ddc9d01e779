package io.artifactor.workspace.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.workspace.InvitationId;
import io.artifactor.workspace.Invitations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The open invitations of the caller. */
@Path("/invitations")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class InvitationsResource {

    @Inject private CurrentCaller caller;
    @Inject private Invitations invitations;

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "List the caller's open invitations",
            description = "The newest first.")
    @APIResponse(responseCode = "200", description = "All of them")
    public ListDocument<InvitationResponse> list() {
        return ListDocument.whole(
                invitations.mine(caller.get()).stream().map(InvitationResponse::of).toList());
    }

    @POST
    @Path("/redeem")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeemInvitation",
            summary = "Take up an invitation sent by mail",
            description = "It is the caller's then, to accept or decline; the link is spent.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation",
            content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
    @APIResponse(responseCode = "400", description = "The link is not valid any more")
    @APIResponse(responseCode = "409", description = "The caller is a member already")
    public InvitationResponse redeem(InvitationLink body) {
        return InvitationResponse.of(invitations.redeem(caller.get(), body.givenToken()));
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "acceptInvitation",
            summary = "Become a member",
            description = "Of the workspace the caller was invited into.")
    @APIResponse(
            responseCode = "200",
            description = "The workspace",
            content = @Content(schema = @Schema(implementation = WorkspaceResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such open invitation")
    @APIResponse(responseCode = "409", description = "The caller is in too many workspaces")
    public Response accept(@PathParam("id") UUID id) {
        return WorkspaceAnswers.of(invitations.accept(caller.get(), new InvitationId(id)));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "declineInvitation",
            summary = "Decline an invitation",
            description = "Nobody becomes a member by it any more.")
    @APIResponse(responseCode = "204", description = "It is no more")
    @APIResponse(responseCode = "404", description = "The caller has no such open invitation")
    public void decline(@PathParam("id") UUID id) {
        invitations.decline(caller.get(), new InvitationId(id));
    }
}
