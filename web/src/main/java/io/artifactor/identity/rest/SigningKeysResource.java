package io.artifactor.identity.rest;

import io.artifactor.identity.SigningKeys;
import io.artifactor.web.ListDocument;
import io.artifactor.web.NotReplayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys that sign access tokens, for administrators. */
@Path("admin/signing-keys")
@NotReplayed
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SigningKeysResource {

    @Inject private SigningKeys keys;
    @Inject private CurrentCaller current;

    @GET
    @Operation(
            operationId = "listSigningKeys",
            summary = "The keys of access tokens that are of use, the latest first",
            description = "Without the keys themselves.")
    @APIResponse(responseCode = "200", description = "All that are accepted")
    public ListDocument<SigningKeyResponse> list() {
        return ListDocument.whole(
                keys.list(current.get()).stream().map(SigningKeyResponse::of).toList());
    }

    @POST
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Make a new key that signs access tokens",
            description =
                    "It signs from ten seconds later on, when all servers know it. What the key"
                            + " before signed counts until it is over.")
    @APIResponseSchema(value = SigningKeyResponse.class, responseCode = "201")
    public Response rotate(
            @QueryParam("immediately")
                    @Parameter(
                            description =
                                    "Whether what all other keys signed counts no more at once;"
                                            + " clients have to renew their access tokens then")
                    @Nullable Boolean immediately) {
        SigningKeyResponse made =
                SigningKeyResponse.of(keys.rotate(current.get(), Boolean.TRUE.equals(immediately)));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
