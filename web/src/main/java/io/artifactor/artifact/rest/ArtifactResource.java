package io.artifactor.artifact.rest;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.artifact.OpenedArtifacts;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** One artifact. */
@Path("/artifacts/{id}")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class ArtifactResource {

    @Inject private CurrentCaller caller;
    @Inject private ArtifactLibrary library;
    @Inject private OpenedArtifacts opened;

    @GET
    @Operation(
            operationId = "getArtifact",
            summary = "Read an artifact",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response get(@PathParam("id") UUID id) {
        ArtifactView view = library.get(caller.get(), new ArtifactId(id));
        opened.note(caller.get(), view.artifact().id());
        return ArtifactAnswers.of(view);
    }

    @PATCH
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeArtifact",
            summary = "Change what people read about an artifact",
            description =
                    "Needs `If-Match` with the ETag read before. Makes no version. With"
                            + " `workspaceId` it goes into another workspace, to the top there or to"
                            + " `folderId`; it keeps tags and category by name, and leaves the"
                            + " conversation it came from. `visibility` takes its owner, or an"
                            + " admin of its workspace.")
    @APIResponse(
            responseCode = "200",
            description = "The artifact as it is now",
            content = @Content(schema = @Schema(implementation = ArtifactResponse.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "The caller may only read it, or in the workspace it is to be in, or does not"
                            + " decide who reads it")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "413", description = "More than there is room for")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ArtifactPatch patch) {
        ArtifactId artifact = new ArtifactId(id);
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.of(
                ArtifactAnswers.showingCurrent(
                        () -> library.describe(caller.get(), artifact, expected, patch.change())));
    }

    @DELETE
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteArtifact",
            summary = "Delete an artifact",
            description =
                    "It goes to the trash, from where it can be brought back for some time."
                            + " Needs `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone from lists, search and downloads")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "It is under a legal hold")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ExpectedRevision expected = IfMatch.required(ifMatch);
        return ArtifactAnswers.showingCurrent(() -> {
            library.delete(caller.get(), new ArtifactId(id), expected);
            return Response.noContent().build();
        });
    }
}
