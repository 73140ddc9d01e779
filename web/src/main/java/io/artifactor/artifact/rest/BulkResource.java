package io.artifactor.artifact.rest;

import io.artifactor.artifact.BulkChanges;
import io.artifactor.artifact.Selection;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.storage.BlobStore;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done to many artifacts at once. */
@Path("/artifacts/batch")
@RequestScoped
@RolesAllowed({"admin", "user"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class BulkResource {

    private static final String ZIP = "application/zip";

    @Inject private CurrentCaller caller;
    @Inject private BulkChanges changes;
    @Inject private Selection selection;
    @Inject private BlobStore store;

    @POST
    @Path("/delete")
    @Operation(
            summary = "Delete many artifacts",
            description =
                    "Up to 1,000; each goes to the trash or not for itself, whatever its revision.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, or too many")
    public BulkResponse delete(BulkRequest request) {
        return BulkResponse.of(changes.delete(caller.get(), request.checkedIds()));
    }

    @POST
    @Path("/restore")
    @Operation(
            summary = "Bring many artifacts back from the trash",
            description = "Up to 1,000, each for itself.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, or too many")
    public BulkResponse restore(BulkRequest request) {
        return BulkResponse.of(changes.restore(caller.get(), request.checkedIds()));
    }

    @POST
    @Path("/move")
    @Operation(
            operationId = "moveArtifacts",
            summary = "Move many artifacts",
            description =
                    "Up to 1,000, each for itself, into a folder of their workspace, or with"
                            + " `workspaceId` into another workspace. There they have the tags and"
                            + " categories of the same names.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, too many, or no folder")
    @APIResponse(responseCode = "403", description = "The caller may only read there")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    public BulkResponse move(BulkMove request) {
        List<UUID> ids = new BulkRequest(request.ids()).checkedIds();
        if (request.workspaceId() == null) {
            return BulkResponse.of(changes.move(caller.get(), ids, request.folder()));
        }
        WorkspaceId to = new WorkspaceId(request.workspaceId());
        return BulkResponse.of(changes.relocate(caller.get(), ids, to, request.folder()));
    }

    @POST
    @Path("/categorise")
    @Operation(
            operationId = "categoriseArtifacts",
            summary = "Give many artifacts a category",
            description = "Up to 1,000, each for itself.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, too many, or no category")
    public BulkResponse categorise(BulkCategorise request) {
        List<UUID> ids = new BulkRequest(request.ids()).checkedIds();
        return BulkResponse.of(changes.categorise(caller.get(), ids, request.category()));
    }

    @POST
    @Path("/tag")
    @Operation(
            operationId = "tagArtifacts",
            summary = "Give tags to many artifacts and take others from them",
            description = "Up to 1,000, each for itself; a tag that does not exist is made.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, too many, or a tag is not valid")
    public BulkResponse tag(BulkTag request) {
        List<UUID> ids = new BulkRequest(request.ids()).checkedIds();
        return BulkResponse.of(changes.tag(caller.get(), ids, request.added(), request.removed()));
    }

    @POST
    @Path("/visibility")
    @Operation(
            operationId = "changeVisibilityOfArtifacts",
            summary = "Change who reads many artifacts",
            description =
                    "Up to 1,000, each for itself: it takes the owner of the artifact, as an editor"
                            + " of its workspace, or an admin there.")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "400", description = "No ids, too many, or no visibility")
    public BulkResponse reveal(BulkVisibility request) {
        List<UUID> ids = new BulkRequest(request.ids()).checkedIds();
        return BulkResponse.of(changes.reveal(caller.get(), ids, request.checkedVisibility()));
    }

    @POST
    @Path("/download")
    @RolesAllowed({"admin", "auditor", "user"})
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Download many artifacts as a zip",
            description =
                    "Up to 10,000, with their current content, written while it is read. Names are"
                            + " made unique and savable on any system; `manifest.json` says which"
                            + " entry is which artifact, and what was not found.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content =
                    @Content(
                            mediaType = ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "No ids, or too many")
    public Response download(BulkRequest request) {
        ArtifactZip zip =
                new ArtifactZip(selection.export(caller.get(), request.checkedIds()), store);
        return Response.ok(zip, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.of(false, "artifacts.zip"))
                .build();
    }
}
