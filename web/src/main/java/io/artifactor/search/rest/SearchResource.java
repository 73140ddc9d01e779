package io.artifactor.search.rest;

import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.Source;
import io.artifactor.identity.rest.CurrentCaller;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.search.DocumentType;
import io.artifactor.search.Search;
import io.artifactor.search.SearchQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
            summary = "Find artifacts and conversations",
            description =
                    "All words are needed. \"A phrase\" in quotes, -without, this OR that and begin*"
                            + " are understood. While Elasticsearch is away PostgreSQL answers and"
                            + " `degraded` is true.")
    @APIResponse(responseCode = "200", description = "What was found, best first")
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public SearchResponse find(
            @Parameter(description = "Words to find; empty for everything, newest first")
                    @QueryParam("q")
                    @Nullable String q,
            @Parameter(description = "artifact or conversation") @QueryParam("type")
                    @Nullable String type,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("language") @Nullable String language,
            @QueryParam("source") @Nullable String source,
            @Parameter(description = "Changed at or after") @QueryParam("from")
                    @Nullable Instant from,
            @Parameter(description = "Changed before") @QueryParam("to") @Nullable Instant to,
            @Parameter(description = "1 to 200") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        SearchQuery query =
                new SearchQuery(
                        q == null ? "" : q,
                        oneOf("type", type, DocumentType.values(), DocumentType::id),
                        idOf("kind", kind, ArtifactKind.values(), ArtifactKind::id),
                        language,
                        idOf("source", source, Source.values(), Source::id),
                        from,
                        to,
                        PageRequest.of(limit, cursor, null));
        return SearchResponse.of(search.search(caller.get(), query));
    }

    private static <T> @Nullable String idOf(
            String field, @Nullable String value, T[] known, Function<T, String> id) {
        T found = oneOf(field, value, known, id);
        return found == null ? null : id.apply(found);
    }

    private static <T> @Nullable T oneOf(
            String field, @Nullable String value, T[] known, Function<T, String> id) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (T candidate : known) {
            if (id.apply(candidate).equals(value)) {
                return candidate;
            }
        }
        List<String> ids = Arrays.stream(known).map(id).toList();
        throw Problem.invalid(field, "is none of " + String.join(", ", ids) + ".");
    }
}
