package io.artifactor.identity.rest;

import io.artifactor.identity.SecurityKeys;
import io.artifactor.identity.SessionKey;
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

/** The caller's own security keys; a personal token neither sees nor changes them. */
@Path("auth/security-keys")
@NotReplayed
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class SecurityKeysResource {

    @Inject private SecurityKeys keys;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listSecurityKeys",
            summary = "The caller's security keys and passkeys, the first added first",
            description = "Twenty at most. Needs a sign-in.")
    @APIResponse(responseCode = "200", description = "All that were not removed")
    public ListDocument<SecurityKeyResponse> list() {
        current.session();
        return ListDocument.whole(
                keys.listOf(current.get()).stream().map(SecurityKeyResponse::of).toList());
    }

    @POST
    @Operation(
            operationId = "beginSecurityKey",
            summary = "Begin to add a security key or passkey",
            description =
                    "Gives what a browser asks the key for; what it answers goes to `registration`"
                            + " within five minutes. Needs a sign-in.")
    @APIResponseSchema(value = KeyOfferResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description =
                    "The account has no password here, or browsers allow no keys at the address of"
                            + " this server")
    public KeyOfferResponse begin() {
        current.session();
        return KeyOfferResponse.of(keys.begin(current.get()));
    }

    @POST
    @Path("registration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSecurityKey",
            summary = "Add a security key with what it answered",
            description =
                    "From then on signing in with the password takes a second factor as well. If"
                            + " there was none before, the caller's other sign-ins end, and recovery"
                            + " codes are shown, in this answer only. Needs a sign-in.")
    @APIResponseSchema(value = AddedKeyResponse.class, responseCode = "201")
    @APIResponse(
            responseCode = "400",
            description = "The answer is not what was asked for, or came too late")
    @APIResponse(
            responseCode = "409",
            description = "The key was added before, or there are as many as may be")
    public Response add(KeyRegistrationRequest request) {
        SessionKey here = current.session();
        AddedKeyResponse added =
                AddedKeyResponse.of(keys.finish(current.get(), here, request.registration()));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @POST
    @Path("challenge")
    @Operation(
            operationId = "askSecurityKey",
            summary = "What one of the caller's security keys is to sign",
            description =
                    "For where a second factor is asked for again, as by `POST /auth/confirmation`:"
                            + " the answer of the key goes there within five minutes, once. Needs a"
                            + " sign-in.")
    @APIResponseSchema(value = KeyRequestResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "There is no key that could be used here")
    public KeyRequestResponse ask() {
        current.session();
        return KeyRequestResponse.of(keys.ask(current.get()));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeSecurityKey",
            summary = "Remove a security key",
            description =
                    "Without any second factor left, the password is enough then, unless the"
                            + " configuration asks for one. Needs a sign-in.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    @APIResponse(responseCode = "404", description = "The caller has no such key")
    public void remove(@PathParam("id") UUID id) {
        current.session();
        keys.remove(current.get(), id);
    }
}
