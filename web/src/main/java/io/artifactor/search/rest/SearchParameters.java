package io.artifactor.search.rest;

import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.Source;
import io.artifactor.problem.Problem;
import io.artifactor.search.DocumentType;
import io.artifactor.search.PlaceFilter;
import io.artifactor.search.SearchQuery;
import io.artifactor.web.PageParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it stands in the address. */
public class SearchParameters {

    @Parameter(description = "Words to find; empty for everything, newest first")
    @QueryParam("q")
    private @Nullable String q;

    @Parameter(description = "artifact or conversation")
    @QueryParam("type")
    private @Nullable String type;

    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("language")
    private @Nullable String language;

    @QueryParam("source")
    private @Nullable String source;

    @Parameter(description = "Changed at or after")
    @QueryParam("from")
    private @Nullable Instant from;

    @Parameter(description = "Changed before")
    @QueryParam("to")
    private @Nullable Instant to;

    @Parameter(description = "Only with this tag; several times, only with all of them")
    @QueryParam("tag")
    private List<String> tags = List.of();

    @Parameter(description = "Only of this category")
    @QueryParam("category")
    private @Nullable UUID category;

    @Parameter(description = "Only in this folder or below")
    @QueryParam("folder")
    private @Nullable UUID folder;

    @BeanParam private PageParameters paging = new PageParameters();

    SearchQuery query() {
        return new SearchQuery(
                q == null ? "" : q,
                oneOf("type", type, DocumentType.values(), DocumentType::id),
                idOf("kind", kind, ArtifactKind.values(), ArtifactKind::id),
                language == null || language.isEmpty() ? null : language.replace("\0", ""),
                idOf("source", source, Source.values(), Source::id),
                from,
                to,
                paging.request(),
                new PlaceFilter(tags, category, folder));
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
