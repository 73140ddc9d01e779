package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Verification;
import io.artifactor.identity.rest.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks of an artifact's stored content. */
@Path("/artifacts/{id}/verify")
@RequestScoped
@RolesAllowed({"admin", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class VerificationResource {

    @Inject private CurrentCaller caller;
    @Inject private Verification verification;

    @POST
    @Operation(
            summary = "Check an artifact's stored content",
            description =
                    "Reads the content of every version again and compares its SHA-256. What is"
                            + " found is also shown as `integrity` of the versions.")
    @APIResponse(responseCode = "200", description = "What was found of each version")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "There is no artifact the caller may read")
    public VerificationResponse verify(@PathParam("id") UUID id) {
        return VerificationResponse.of(verification.verify(caller.get(), new ArtifactId(id)));
    }
}
