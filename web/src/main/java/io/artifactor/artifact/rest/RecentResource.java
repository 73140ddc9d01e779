package io.artifactor.artifact.rest;

import io.artifactor.artifact.RecentArtifacts;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller opened lately. */
@Path("/artifacts/recent")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class RecentResource {

    @Inject private CurrentCaller caller;
    @Inject private RecentArtifacts recent;

    @GET
    @Operation(
            operationId = "listRecentArtifacts",
            summary = "List artifacts opened lately",
            description =
                    "Those of which the caller read the details or the content, the last one first;"
                            + " up to 100 are kept.")
    @APIResponse(responseCode = "200", description = "A page of artifacts")
    public ListDocument<ArtifactResponse> list(@BeanParam PageParameters paging) {
        return ListDocument.of(recent.page(caller.get(), paging.request()), ArtifactResponse::of);
    }
}
