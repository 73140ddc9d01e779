package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.artifact.Ownership;
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

/** Whose an artifact is. */
@Path("/artifacts/{id}/owner")
@RequestScoped
@RolesAllowed({"admin", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class ArtifactOwnerResource {

    @Inject private CurrentCaller caller;
    @Inject private Ownership ownership;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handArtifact",
            summary = "Hand an artifact to another owner",
            description =
                    "Takes its owner, or an admin of its workspace. Needs `If-Match` with the ETag"
                            + " read before.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "400", description = "No active member of its workspace")
    @APIResponse(responseCode = "403", description = "It takes its owner, or an admin there")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "413", description = "More than the new owner has room for")
    public Response hand(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewOwner body) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(() ->
                        ownership.hand(caller.get(), new ArtifactId(id), expected, body.user())));
    }
}
