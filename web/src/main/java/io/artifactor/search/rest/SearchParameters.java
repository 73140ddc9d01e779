package io.artifactor.search.rest;

import io.artifactor.problem.Problem;
import io.artifactor.search.Facet;
import io.artifactor.search.PlaceFilter;
import io.artifactor.search.SearchFilter;
import io.artifactor.search.SearchQuery;
import io.artifactor.search.SearchSort;
import io.artifactor.web.PageParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it stands in the address. */
public class SearchParameters {

    @Parameter(
            description = "What to find, in the language of queries; everything if empty",
            example = "merge sort -draft kind:code")
    @QueryParam("q")
    private @Nullable String q;

    @Parameter(description = "artifact or conversation")
    @QueryParam("type")
    private @Nullable String type;

    @Parameter(description = "Only of this kind; several times, of any of them")
    @QueryParam("kind")
    private List<String> kinds = List.of();

    @Parameter(description = "Only in this language; several times, in any of them")
    @QueryParam("language")
    private List<String> languages = List.of();

    @Parameter(description = "Only from this source; several times, from any of them")
    @QueryParam("source")
    private List<String> sources = List.of();

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

    @Parameter(
            description = "relevance (as if absent), -updatedAt, updatedAt, title or -size",
            example = "-updatedAt")
    @QueryParam("sort")
    private @Nullable String sort;

    @Parameter(
            description =
                    "By what to count everything found, with commas between: type, kind, language,"
                            + " source, tag, category, year, month",
            example = "kind,language")
    @QueryParam("facets")
    private @Nullable String facets;

    @Parameter(description = "Whether to say of each hit which parts of the query it fulfils")
    @QueryParam("explain")
    private @Nullable Boolean explain;

    @BeanParam private PageParameters paging = new PageParameters();

    SearchQuery query() {
        SearchFilter filter =
                new SearchFilter(
                        KnownIds.type("type", type),
                        KnownIds.kinds("kind", kinds),
                        KnownIds.languages(languages),
                        KnownIds.sources("source", sources),
                        from,
                        to,
                        new PlaceFilter(tags, category, folder));
        return new SearchQuery(
                q == null ? "" : q,
                filter,
                sort == null || sort.isEmpty() ? SearchSort.RELEVANCE : SearchSort.of(sort),
                facets(facets == null || facets.isEmpty() ? List.of() : List.of(facets.split(","))),
                Boolean.TRUE.equals(explain),
                paging.request());
    }

    static Set<Facet> facets(List<String> names) {
        if (names.size() > 2 * Facet.values().length) {
            throw Problem.invalid("facets", "has more names than there are facets.");
        }
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        names.forEach(name -> facets.add(Facet.of(name.strip())));
        return facets;
    }
}
