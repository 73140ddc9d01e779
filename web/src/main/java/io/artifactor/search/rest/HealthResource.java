package io.artifactor.search.rest;

import io.artifactor.schema.DatabaseReady;
import io.artifactor.search.Search;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the product works, for clients; machines that keep it running ask {@code /health}. */
@Path("/health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health", description = "Whether the product works, and every part of it")
public class HealthResource {

    @Inject @Readiness private DatabaseReady database;

    @Inject private Search search;

    @GET
    @SecurityRequirements
    @Operation(
            summary = "Whether the product works",
            operationId = "health",
            description =
                    "For clients, signed in or not. Machines that keep it running ask `/health/ready`.")
    @APIResponse(
            responseCode = "200",
            description = "It works, perhaps with a degraded search",
            content = @Content(schema = @Schema(implementation = HealthResponse.class)))
    @APIResponse(
            responseCode = "503",
            description = "The database does not answer",
            content = @Content(schema = @Schema(implementation = HealthResponse.class)))
    public Response health() {
        boolean up = database.call().getStatus() == Status.UP;
        boolean degraded = search.isDegraded();
        HealthResponse health =
                new HealthResponse(
                        up ? "up" : "down", up ? "up" : "down", degraded ? "degraded" : "up");
        return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(health)
                .build();
    }
}
