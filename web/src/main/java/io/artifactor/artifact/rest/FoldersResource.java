package io.artifactor.artifact.rest;

import io.artifactor.artifact.Folder;
import io.artifactor.artifact.FolderChange;
import io.artifactor.artifact.FolderContents;
import io.artifactor.artifact.FolderId;
import io.artifactor.artifact.Folders;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The folders of a workspace. */
@Path("/folders")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Folders", description = "A tree in which a workspace's artifacts lie")
public class FoldersResource {

    @Inject private CurrentCaller caller;
    @Inject private Folders folders;

    @GET
    @Operation(
            operationId = "listFolders",
            summary = "List all folders",
            description = "The whole tree, each folder followed by those in it, with counts.")
    @APIResponse(responseCode = "200", description = "The tree")
    @APIResponse(responseCode = "404", description = "There is no such workspace for the caller")
    public ListDocument<FolderResponse> list(
            @QueryParam("workspace") @Parameter(description = "The caller's own if absent")
                    @Nullable UUID workspace) {
        return ListDocument.whole(
                folders
                        .tree(caller.get(), Optional.ofNullable(workspace).map(WorkspaceId::new))
                        .stream()
                        .map(FolderResponse::of)
                        .toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addFolder",
            summary = "Add a folder",
            description = "At the top, or in the folder `parentId`.")
    @APIResponse(
            responseCode = "201",
            description = "Added; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = FolderResponse.class)))
    @APIResponse(responseCode = "400", description = "The name or the place is not valid")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "409", description = "There is one of that name already")
    public Response add(NewFolder body) {
        if (body.name() == null) {
            throw Problem.invalid("name", "is missing.");
        }
        Folder folder =
                folders.add(
                        caller.get(),
                        Optional.ofNullable(body.workspaceId()).map(WorkspaceId::new),
                        body.name(),
                        Optional.ofNullable(body.parentId()));
        return Response.created(URI.create("folders/" + folder.id()))
                .tag(tag(folder))
                .entity(FolderResponse.of(folder))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFolder",
            summary = "Read a folder",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The folder",
            content = @Content(schema = @Schema(implementation = FolderResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response get(@PathParam("id") UUID id) {
        return answer(folders.get(caller.get(), new FolderId(id)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeFolder",
            summary = "Rename or move a folder",
            description =
                    "With all that lies below it. Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The folder as it is now",
            content = @Content(schema = @Schema(implementation = FolderResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(
            responseCode = "409",
            description = "There is one of that name there, or it would lie in itself")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            FolderPatch patch) {
        var expected = IfMatch.required(ifMatch);
        FolderChange change = patch.change();
        return CurrentState.shown(
                Folder.class,
                FolderResponse::of,
                () -> answer(folders.change(caller.get(), new FolderId(id), expected, change)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteFolder",
            summary = "Delete a folder",
            description =
                    "An empty one, unless `contents` says what becomes of what lies in it. Needs"
                            + " `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "It is not empty, or under a legal hold")
    public Response delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("contents")
                    @Parameter(description = "moveToParent, trash, or refuse (as if absent)")
                    @Nullable String contents) {
        var expected = IfMatch.required(ifMatch);
        FolderContents wish =
                contents == null || contents.isEmpty()
                        ? FolderContents.REFUSE
                        : FolderContents.of(contents);
        return CurrentState.shown(
                Folder.class,
                FolderResponse::of,
                () -> {
                    folders.delete(caller.get(), new FolderId(id), expected, wish);
                    return Response.noContent().build();
                });
    }

    private static Response answer(Folder folder) {
        return Response.ok(FolderResponse.of(folder)).tag(tag(folder)).build();
    }

    private static EntityTag tag(Folder folder) {
        return new EntityTag(String.valueOf(folder.revision()));
    }
}
