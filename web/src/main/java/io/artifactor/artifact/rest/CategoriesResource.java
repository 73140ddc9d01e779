package io.artifactor.artifact.rest;

import io.artifactor.artifact.Categories;
import io.artifactor.artifact.Category;
import io.artifactor.artifact.CategoryId;
import io.artifactor.identity.rest.CurrentCaller;
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

/** The categories of a workspace. */
@Path("/categories")
@RequestScoped
@RolesAllowed({"admin", "auditor", "user"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Categories", description = "Sorts of artifacts, recognised by their file names")
public class CategoriesResource {

    @Inject private CurrentCaller caller;
    @Inject private Categories categories;

    @GET
    @Operation(
            operationId = "listCategories",
            summary = "List all categories",
            description = "Those built in and those of the workspace, with counts.")
    @APIResponse(responseCode = "200", description = "All categories in order of name")
    @APIResponse(responseCode = "404", description = "There is no such workspace for the caller")
    public ListDocument<CategoryResponse> list(
            @QueryParam("workspace") @Parameter(description = "The caller's own if absent")
                    @Nullable UUID workspace) {
        return ListDocument.whole(
                categories
                        .all(caller.get(), Optional.ofNullable(workspace).map(WorkspaceId::new))
                        .stream()
                        .map(CategoryResponse::of)
                        .toList());
    }

    @POST
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addCategory",
            summary = "Add a category",
            description =
                    "New artifacts come into it by their file names; it goes before those built in.")
    @APIResponse(
            responseCode = "201",
            description = "Added; `Location` and `ETag` lead to it",
            content = @Content(schema = @Schema(implementation = CategoryResponse.class)))
    @APIResponse(responseCode = "400", description = "A field is not valid")
    @APIResponse(responseCode = "404", description = "The caller is in no such workspace")
    @APIResponse(responseCode = "409", description = "There is one of that name already")
    public Response add(NewCategory body) {
        Category category =
                categories.add(
                        caller.get(),
                        Optional.ofNullable(body.workspaceId()).map(WorkspaceId::new),
                        body.draft());
        return Response.created(URI.create("categories/" + category.id()))
                .tag(tag(category))
                .entity(CategoryResponse.of(category))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCategory",
            summary = "Read a category",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The category",
            content = @Content(schema = @Schema(implementation = CategoryResponse.class)))
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response get(@PathParam("id") UUID id) {
        return answer(categories.get(caller.get(), new CategoryId(id)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeCategory",
            summary = "Change a category",
            description =
                    "Artifacts that are kept stay in the category they are in. Needs `If-Match`"
                            + " with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The category as it is now",
            content = @Content(schema = @Schema(implementation = CategoryResponse.class)))
    @APIResponse(responseCode = "403", description = "It is built in")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    @APIResponse(responseCode = "409", description = "There is one of that name already")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CategoryPatch patch) {
        var expected = IfMatch.required(ifMatch);
        return CurrentState.shown(
                Category.class,
                CategoryResponse::of,
                () ->
                        answer(
                                categories.change(
                                        caller.get(),
                                        new CategoryId(id),
                                        expected,
                                        patch.change())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"admin", "user"})
    @Operation(
            operationId = "deleteCategory",
            summary = "Delete a category",
            description =
                    "Its artifacts stay, without one. Needs `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "It is built in")
    @APIResponse(responseCode = "404", description = "There is none the caller may read")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var expected = IfMatch.required(ifMatch);
        return CurrentState.shown(
                Category.class,
                CategoryResponse::of,
                () -> {
                    categories.delete(caller.get(), new CategoryId(id), expected);
                    return Response.noContent().build();
                });
    }

    private static Response answer(Category category) {
        return Response.ok(CategoryResponse.of(category)).tag(tag(category)).build();
    }

    private static EntityTag tag(Category category) {
        return new EntityTag(String.valueOf(category.revision()));
    }
}
