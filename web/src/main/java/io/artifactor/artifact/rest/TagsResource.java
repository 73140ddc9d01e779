package io.artifactor.artifact.rest;

import io.artifactor.artifact.Tag;
import io.artifactor.artifact.TagId;
import io.artifactor.artifact.TagSort;
import io.artifactor.artifact.Tags;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The tags of a workspace. */
@Path("/tags")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(
        name = "Tags",
        description = "Words for artifacts; they come into being on them")
public class TagsResource {

    @Inject private CurrentCaller caller;
    @Inject private Tags tags;

    @GET
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description = "With the number of artifacts that have them.")
    @APIResponse(responseCode = "200", description = "A page of tags")
    @APIResponse(responseCode = "404", description = "There is no such workspace for the caller")
    public ListDocument<TagResponse> list(
            @QueryParam("workspace") @Parameter(description = "The caller's own if absent")
                    @Nullable UUID workspace,
            @QueryParam("prefix") @Parameter(description = "What names begin with", example = "sor")
                    @Nullable String prefix,
            @QueryParam("sort") @Parameter(description = "name (as if absent) or -count")
                    @Nullable String sort,
            @BeanParam PageParameters paging) {
        return ListDocument.of(
                tags.page(
                        caller.get(),
                        Optional.ofNullable(workspace).map(WorkspaceId::new),
                        prefix == null ? "" : prefix,
                        sort == null || sort.isEmpty() ? TagSort.NAME : TagSort.of(sort),
                        paging.request()),
                TagResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTag",
            summary = "Read a tag",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The tag",
            content = @Content(schema = @Schema(implementation = TagResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response get(@PathParam("id") UUID id) {
        return answer(tags.get(caller.get(), new TagId(id)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renameTag",
            summary = "Rename a tag",
            description =
                    "On all artifacts that have it. Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The tag as it is now",
            content = @Content(schema = @Schema(implementation = TagResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "There is one of that name; merge them")
    public Response rename(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TagPatch patch) {
        var expected = IfMatch.required(ifMatch);
        String name = patch.name();
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return shown(() -> answer(tags.rename(caller.get(), new TagId(id), expected, name)));
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another",
            description =
                    "All its artifacts get the other tag, and this one is gone. Needs `If-Match`"
                            + " with the ETag of this one.")
    @APIResponse(
            responseCode = "200",
            description = "The tag that stays",
            content = @Content(schema = @Schema(implementation = TagResponse.class)))
    @APIResponse(responseCode = "400", description = "`into` is no other tag of the workspace")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TagMerge body) {
        var expected = IfMatch.required(ifMatch);
        UUID into = body.into();
        if (into == null) {
            throw Problem.invalid("into", "is missing.");
        }
        return shown(
                () -> answer(tags.merge(caller.get(), new TagId(id), expected, new TagId(into))));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag",
            description =
                    "It is taken from all artifacts. Needs `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var expected = IfMatch.required(ifMatch);
        return shown(() -> {
            tags.delete(caller.get(), new TagId(id), expected);
            return Response.noContent().build();
        });
    }

    private static Response shown(Supplier<Response> write) {
        return CurrentState.shown(Tag.class, TagResponse::of, write);
    }

    private static Response answer(Tag tag) {
        return Response.ok(TagResponse.of(tag))
                .tag(new EntityTag(String.valueOf(tag.revision())))
                .build();
    }
}
