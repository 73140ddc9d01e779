package io.artifactor.health.rest;

import io.artifactor.health.Dependencies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the product stands on, for administrators. */
@Path("/health/detailed")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class DetailedHealthResource {

    @Inject private Dependencies dependencies;

    @GET
    @Operation(
            operationId = "detailedHealth",
            summary = "What the product stands on, and how it does",
            description =
                    "Answers within two seconds and always with 200, so that what does not work can"
                            + " be read; `status` is the worst of all.")
    @APIResponse(
            responseCode = "200",
            description = "The state of every dependency",
            content = @Content(schema = @Schema(implementation = DetailedHealthResponse.class)))
    public DetailedHealthResponse look() {
        return DetailedHealthResponse.of(dependencies.look());
    }
}
