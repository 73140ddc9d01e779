package io.artifactor.realm.rest;

import io.artifactor.realm.AccountLinks;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts for people who wait, where their owner was asked by mail. */
@Path("auth/realm-links")
@NotReplayed
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Realms")
public class OfferedLinkResource {

    @Inject private AccountLinks links;

    @POST
    @Path("redeem")
    @SecurityRequirements
    @Operation(
            operationId = "redeemRealmLink",
            summary = "Let somebody of a realm use the account, with a link",
            description =
                    "Who came through a realm with the confirmed address of an account is linked by"
                            + " the link that was mailed to that address. It is good for half an hour"
                            + " and one use; the owner is told by mail. They sign in again then.")
    @APIResponse(responseCode = "204", description = "They use the account from now on")
    @APIResponse(
            responseCode = "400",
            description = "The link is over, was used, or the account is another's by now")
    public void redeem(OfferedLinkRequest request) {
        links.redeem(request.given());
    }
}
