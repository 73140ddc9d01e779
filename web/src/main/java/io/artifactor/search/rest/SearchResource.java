package io.artifactor.search.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.search.Search;
import io.artifactor.search.Suggestions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Full text over what the caller may read. */
@Path("/search")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "By words, fields and facets, and searches that are kept")
public class SearchResource {

    @Inject private Search search;

    @Inject private Suggestions suggestions;

    @Inject private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "search",
            summary = "Find artifacts and conversations",
            description =
                    "All words are needed. \"A phrase\" in quotes, -without, this OR that, (groups),"
                            + " begin*, title:word, kind:code, size:>1mb and"
                            + " updated:2026-01..2026-03 are understood. While Elasticsearch is"
                            + " away PostgreSQL answers and `degraded` is true.")
    @APIResponse(responseCode = "200", description = "What was found, best first")
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is not valid; of `q` the `position`, counted from 1, and what was"
                            + " `expected` there")
    public SearchResponse find(@BeanParam SearchParameters parameters) {
        return SearchResponse.of(search.search(caller.get(), parameters.query()));
    }

    @POST
    @Path("/advanced")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchAdvanced",
            summary = "Find artifacts and conversations by a structure",
            description = "The same as `GET /search`, for what is too long for an address.")
    @APIResponse(responseCode = "200", description = "What was found, in the order asked for")
    @APIResponse(responseCode = "400", description = "A field is not valid, as of `GET /search`")
    public SearchResponse findAdvanced(AdvancedSearch search) {
        return SearchResponse.of(this.search.search(caller.get(), search.query()));
    }

    @GET
    @Path("/suggestions")
    @Operation(
            operationId = "suggest",
            summary = "Suggest titles, tags and people while somebody types",
            description = "Of what the caller may see, what begins as `q` or has a word that does.")
    @APIResponse(responseCode = "200", description = "At most `size` of each kind")
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public SuggestionsResponse suggest(
            @QueryParam("q") @Parameter(description = "What was typed", example = "mer")
                    @Nullable String q,
            @QueryParam("size")
                    @Parameter(
                            description = "So many of each kind at most",
                            schema = @Schema(minimum = "1", maximum = "20", defaultValue = "8"))
                    @Nullable Integer size) {
        return SuggestionsResponse.of(
                suggestions.suggest(caller.get(), q == null ? "" : q, size == null ? 8 : size));
    }
}
