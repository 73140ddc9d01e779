package io.artifactor.quota.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.quota.Holder;
import io.artifactor.quota.Quotas;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much a workspace holds and may hold. */
@Path("/workspaces/{id}/quota")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@APIResponse(
        responseCode = "404",
        description = "There is no such workspace, or the caller may not see it")
public class WorkspaceQuotaResource {

    @Inject private CurrentCaller caller;
    @Inject private Quotas quotas;

    @GET
    @Operation(
            operationId = "getWorkspaceQuota",
            summary = "See how much a workspace has and may have",
            description =
                    "Members see it, and administrators and auditors, who see nothing else of it.")
    @APIResponse(responseCode = "200", description = "Use and limit")
    public QuotaResponse get(@PathParam("id") UUID id) {
        return QuotaResponse.of(quotas.get(caller.get(), new WorkspaceId(id)));
    }

    @PUT
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setWorkspaceQuota",
            summary = "Limit a workspace",
            description =
                    "To so many bytes. What is there already stays, and no more is added while there"
                            + " is too much. For administrators.")
    @APIResponse(responseCode = "200", description = "Use and limit as they are now")
    @APIResponse(responseCode = "400", description = "The limit is not valid")
    public QuotaResponse set(@PathParam("id") UUID id, QuotaLimit body) {
        return QuotaResponse.of(
                quotas.limit(caller.get(), Holder.of(new WorkspaceId(id)), body.given()));
    }

    @DELETE
    @RolesAllowed("admin")
    @Operation(
            operationId = "clearWorkspaceQuota",
            summary = "Limit a workspace as all others",
            description =
                    "The server's limit counts from here on, if it has one. For administrators.")
    @APIResponse(responseCode = "200", description = "Use and limit as they are now")
    public QuotaResponse clear(@PathParam("id") UUID id) {
        return QuotaResponse.of(quotas.limit(caller.get(), Holder.of(new WorkspaceId(id)), null));
    }
}
