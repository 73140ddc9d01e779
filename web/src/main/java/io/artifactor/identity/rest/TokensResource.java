package io.artifactor.identity.rest;

import io.artifactor.identity.PersonalTokenId;
import io.artifactor.identity.PersonalTokens;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The caller's personal tokens. Only a sign-in makes or revokes them, never another token; but a
 * token may revoke itself, so that a program can hand back what it was given.
 */
@Path("auth/tokens")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class TokensResource {

    @Inject private PersonalTokens tokens;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "The caller's personal tokens, the newest first",
            description = "Without the tokens themselves, which were shown once.")
    public ListDocument<TokenResponse> list() {
        return ListDocument.whole(
                tokens.listOf(current.get()).stream().map(TokenResponse::of).toList());
    }

    @POST
    @Operation(
            operationId = "createToken",
            summary = "Make a personal token",
            description = "The answer shows the token, once. Needs a sign-in.")
    @APIResponseSchema(value = TokenResponse.class, responseCode = "201")
    public Response create(NewTokenRequest request) {
        current.session();
        TokenResponse made = TokenResponse.of(tokens.create(current.get(), request.wanted()));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a personal token",
            description = "Needs a sign-in, or the token itself.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    @APIResponse(responseCode = "404", description = "The caller has no such token")
    public void revoke(@PathParam("id") UUID id) {
        PersonalTokenId token = new PersonalTokenId(id);
        if (!current.isItself(token)) {
            current.session();
        }
        tokens.revoke(current.get(), token);
    }
}
