package io.artifactor.search.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.problem.Problem;
import io.artifactor.search.SavedSearch;
import io.artifactor.search.SavedSearches;
import io.artifactor.search.Search;
import io.artifactor.web.CurrentState;
import io.artifactor.web.IfMatch;
import io.artifactor.web.ListDocument;
import io.artifactor.web.PageParameters;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The searches the caller keeps. */
@Path("/searches")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SavedSearchesResource {

    @Inject private CurrentCaller caller;
    @Inject private SavedSearches searches;
    @Inject private Search search;

    @GET
    @Operation(
            operationId = "listSearches",
            summary = "List the searches the caller keeps",
            description = "By name.")
    @APIResponse(responseCode = "200", description = "All of them, by name")
    public ListDocument<SavedSearchResponse> list() {
        return ListDocument.whole(
                searches.all(caller.get()).stream().map(SavedSearchResponse::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSearch",
            summary = "Keep a search",
            description = "At most 100, each under a name of its own.")
    @APIResponse(
            responseCode = "201",
            description = "Kept; `Location` leads to it",
            content = @Content(schema = @Schema(implementation = SavedSearchResponse.class)))
    @APIResponse(responseCode = "400", description = "It could not be asked, or has no name")
    @APIResponse(responseCode = "409", description = "There is one of that name, or too many")
    public Response add(SavedSearchBody body) {
        if (body.name() == null) {
            throw Problem.invalid("name", "is missing.");
        }
        if (body.query() == null) {
            throw Problem.invalid("query", "is missing.");
        }
        SavedSearch added =
                searches.add(caller.get(), body.name(), SavedSearchResponse.written(body.query()));
        return Response.created(URI.create("searches/" + added.id()))
                .entity(SavedSearchResponse.of(added))
                .tag(tag(added))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSearch",
            summary = "Read a search that is kept",
            description = "`ETag` holds its revision.")
    @APIResponse(
            responseCode = "200",
            description = "The search",
            content = @Content(schema = @Schema(implementation = SavedSearchResponse.class)))
    @APIResponse(responseCode = "404", description = "The caller keeps none with this id")
    public Response get(@PathParam("id") UUID id) {
        return answer(searches.get(caller.get(), id));
    }

    @GET
    @Path("/{id}/results")
    @Operation(
            operationId = "getSearchResults",
            summary = "Ask a search that is kept",
            description = "As `/search/advanced` answers the query now, page by page.")
    @APIResponse(responseCode = "200", description = "What it finds now")
    @APIResponse(responseCode = "404", description = "The caller keeps none with this id")
    public SearchResponse results(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        AdvancedSearch query = SavedSearchResponse.query(searches.get(caller.get(), id));
        return SearchResponse.of(search.search(caller.get(), query.query(paging.request())));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSearch",
            summary = "Change the name or the query of a search that is kept",
            description = "Needs `If-Match` with the ETag read before.")
    @APIResponse(
            responseCode = "200",
            description = "The search as it is now",
            content = @Content(schema = @Schema(implementation = SavedSearchResponse.class)))
    @APIResponse(responseCode = "400", description = "It could not be asked, or has no name")
    @APIResponse(responseCode = "404", description = "The caller keeps none with this id")
    @APIResponse(responseCode = "409", description = "There is one of that name")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SavedSearchBody body) {
        var expected = IfMatch.required(ifMatch);
        Optional<String> query =
                Optional.ofNullable(body.query()).map(SavedSearchResponse::written);
        return shown(() ->
                answer(
                        searches.change(
                                caller.get(),
                                id,
                                expected,
                                Optional.ofNullable(body.name()),
                                query)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteSearch",
            summary = "Keep a search no longer",
            description = "Needs `If-Match` with the ETag read before.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "The caller keeps none with this id")
    public Response delete(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var expected = IfMatch.required(ifMatch);
        return shown(() -> {
            searches.delete(caller.get(), id, expected);
            return Response.noContent().build();
        });
    }

    private static Response shown(Supplier<Response> write) {
        return CurrentState.shown(SavedSearch.class, SavedSearchResponse::of, write);
    }

    private static Response answer(SavedSearch search) {
        return Response.ok(SavedSearchResponse.of(search)).tag(tag(search)).build();
    }

    private static EntityTag tag(SavedSearch search) {
        return new EntityTag(String.valueOf(search.revision()));
    }
}
