package io.artifactor.identity.rest;

import io.artifactor.identity.PasswordReset;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A new password for who forgot theirs. */
@Path("auth/password-resets")
@NotReplayed
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class ForgottenPasswordResource {

    @Inject private PasswordReset reset;

    @POST
    @SecurityRequirements
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Ask for a link to a new password",
            description =
                    "Sent by mail to the user of that name or address, if there is one. It is good"
                            + " for half an hour and one use; an earlier one is void.")
    @APIResponse(responseCode = "204", description = "The same whether there is such a user or not")
    @APIResponse(responseCode = "503", description = "No mail can be sent from here")
    public Response request(ResetRequest request) {
        reset.request(Given.text("login", request.login()));
        return Response.noContent().build();
    }

    @POST
    @Path("redeem")
    @SecurityRequirements
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password with a link",
            description = "Ends all sign-ins of the user; sign in with the new password then.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "400",
            description = "The link is over or was used, or the new password does not do")
    public void choose(ChosenPasswordRequest request) {
        reset.choose(
                Given.text("token", request.token()),
                Given.text("newPassword", request.newPassword()));
    }
}
