package io.artifactor.operation.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.operation.Operation;
import io.artifactor.operation.OperationId;
import io.artifactor.operation.Operations;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Long-running work of every kind. */
@RolesAllowed({"admin", "auditor", "user"})
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Long-running work")
public class OperationsResource {

    @Inject private CurrentCaller caller;
    @Inject private Operations operations;

    @GET
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "listOperations",
            summary = "List long-running work",
            description = "The caller's own, the newest first; an administrator may ask for all.")
    @APIResponse(responseCode = "200", description = "A page of operations")
    @APIResponse(responseCode = "400", description = "The cursor is not valid")
    public ListDocument<OperationResponse> list(
            @QueryParam("all")
                    @Parameter(
                            description = "Everybody's, for administrators",
                            schema = @Schema(defaultValue = "false"))
                    @Nullable Boolean all,
            @BeanParam PageParameters paging) {
        Instant now = Instant.now();
        return ListDocument.of(
                operations.page(caller.get(), Boolean.TRUE.equals(all), paging.request()),
                it -> OperationResponse.of(it, now));
    }

    @GET
    @Path("/{id}")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "getOperation",
            summary = "Read an operation",
            description = "Its state, how far it is, its rate and the time left.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OperationResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such operation")
    public OperationResponse get(@PathParam("id") UUID id) {
        return OperationResponse.of(
                operations.get(caller.get(), new OperationId(id)), Instant.now());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/{id}/stop")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "stopOperation",
            summary = "Stop an operation",
            description = "After what it is doing now; what it has done stays.")
    @APIResponse(
            responseCode = "202",
            description = "Stopping, or stopped",
            content = @Content(schema = @Schema(implementation = OperationResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such operation")
    @APIResponse(responseCode = "409", description = "It is over")
    public Response stop(@PathParam("id") UUID id) {
        return accepted(operations.stop(caller.get(), new OperationId(id)));
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Path("/{id}/restart")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            operationId = "restartOperation",
            summary = "Let an operation go on",
            description = "One that was stopped or failed, where it was; by its owner.")
    @APIResponse(
            responseCode = "202",
            description = "In line",
            content = @Content(schema = @Schema(implementation = OperationResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such operation")
    @APIResponse(responseCode = "409", description = "It neither stopped nor failed")
    public Response restart(@PathParam("id") UUID id) {
        return accepted(operations.restart(caller.get(), new OperationId(id)));
    }

    private static Response accepted(Operation operation) {
        return Response.accepted(OperationResponse.of(operation, Instant.now())).build();
    }
}
