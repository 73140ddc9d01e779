package io.artifactor.retention.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.retention.RetentionRuns;
import io.artifactor.retention.RunId;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a run did. */
@Path("/retention-runs/{id}/items")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RunItemsResource {

    @Inject private CurrentCaller caller;
    @Inject private RetentionRuns runs;

    @GET
    @Operation(
            operationId = "listRetentionRunItems",
            summary = "List what a run did with each artifact",
            description = "So far, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "403", description = "The caller is no owner of the workspace")
    @APIResponse(responseCode = "404", description = "There is no run the caller may see")
    public ListDocument<RunItemResponse> list(
            @PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return ListDocument.of(
                runs.items(caller.get(), new RunId(id), paging.request()), RunItemResponse::of);
    }
}
