package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactVersions;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.ListDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @Inject private ArtifactLibrary library;

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

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a branch",
            description =
                    "With the content of a version, or of the current one, as its version 1. The"
                            + " current branch stays.")
    @APIResponse(
            responseCode = "201",
            description = "The artifact with its new branch; `ETag` is the artifact's",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "400", description = "The name is not valid")
    @APIResponse(responseCode = "404", description = "There is no such artifact or version")
    @APIResponse(responseCode = "409", description = "There is a branch of that name")
    @APIResponse(responseCode = "413", description = "More than there is room for")
    public Response add(@PathParam("id") UUID id, NewBranch body) {
        ArtifactView view =
                library.addBranch(
                        caller.get(),
                        new ArtifactId(id),
                        body.checkedName(),
                        Optional.ofNullable(body.from()).map(VersionId::new));
        return Response.created(URI.create("artifacts/" + id + "/branches"))
                .tag(ArtifactAnswers.tag(view))
                .entity(ArtifactResponse.of(view))
                .build();
    }
}
