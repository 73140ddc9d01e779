package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactVersions;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The branches of an artifact. */
@Path("/artifacts/{id}/branches")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class ArtifactBranchesResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactVersions versions;

    @GET
    @Operation(
            operationId = "listBranches",
            summary = "List an artifact's branches",
            description = "All of them, by name.")
    @APIResponse(responseCode = "200", description = "The branches, each with its newest version")
    @APIResponse(responseCode = "404", description = "There is no artifact the caller may read")
    public ListDocument<BranchResponse> list(@PathParam("id") UUID id) {
        return ListDocument.whole(
                versions.branches(caller.get(), new ArtifactId(id)).stream()
                        .map(BranchResponse::of)
                        .toList());
    }
}
