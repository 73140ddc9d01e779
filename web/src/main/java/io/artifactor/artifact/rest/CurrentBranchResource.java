package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The branch an artifact shows. */
@Path("/artifacts/{id}/branch")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Versions")
public class CurrentBranchResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactLibrary library;

    @PUT
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Switch to another branch",
            description =
                    "Its newest version becomes the current one. Needs `If-Match` with the"
                            + " artifact's ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such artifact or branch")
    @APIResponse(responseCode = "412", description = "Changed in the meantime")
    public Response switchTo(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CurrentBranch body) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(() ->
                        library.switchBranch(
                                caller.get(), new ArtifactId(id), expected, body.checkedName())));
    }
}
