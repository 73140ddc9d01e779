package io.artifactor.search.rest;

import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.search.Search;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Full text over what the caller may read. */
@Path("/search")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class SearchResource {

    @Inject private Search search;

    @Inject private CurrentCaller caller;

    @GET
    @Operation(
            operationId = "search",
            summary = "Find artifacts and conversations",
            description =
                    "All words are needed. \"A phrase\" in quotes, -without, this OR that and begin*"
                            + " are understood. While Elasticsearch is away PostgreSQL answers and"
                            + " `degraded` is true.")
    @APIResponse(responseCode = "200", description = "What was found, best first")
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public SearchResponse find(@BeanParam SearchParameters parameters) {
        return SearchResponse.of(search.search(caller.get(), parameters.query()));
    }
}
