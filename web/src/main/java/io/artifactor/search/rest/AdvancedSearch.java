package io.artifactor.search.rest;

import io.artifactor.paging.PageRequest;
import io.artifactor.search.PlaceFilter;
import io.artifactor.search.SearchFilter;
import io.artifactor.search.SearchQuery;
import io.artifactor.search.SearchSort;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is looked for, as a structure; everything may be absent. */
@Schema(name = "AdvancedSearch")
public record AdvancedSearch(
        @Schema(description = "In the language of queries", examples = "merge OR quick \"sort\"")
                @Nullable String text,
        @Schema(description = "artifact or conversation", examples = "artifact")
                @Nullable String type,
        @Schema(description = "Of any of these kinds", examples = "[\"code\", \"document\"]")
                @Nullable List<String> kinds,
        @Schema(description = "In any of these languages", examples = "[\"python\"]")
                @Nullable List<String> languages,
        @Schema(description = "From any of these sources", examples = "[\"claude\"]")
                @Nullable List<String> sources,
        @Schema(description = "Changed at or after", examples = "2026-01-01T00:00:00Z")
                @Nullable Instant from,
        @Schema(description = "Changed before", examples = "2027-01-01T00:00:00Z")
                @Nullable Instant to,
        @Schema(description = "With all of these tags", examples = "[\"sorting\"]")
                @Nullable List<String> tags,
        @Schema(description = "Of this category") @Nullable UUID category,
        @Schema(description = "In this folder or below") @Nullable UUID folder,
        @Schema(
                        description = "relevance, -updatedAt, updatedAt, title or -size",
                        examples = "relevance")
                @Nullable String sort,
        @Schema(
                        description = "type, kind, language, source, tag, category, year, month",
                        examples = "[\"kind\", \"year\"]")
                @Nullable List<String> facets,
        @Schema(description = "Whether to say which parts each hit fulfils")
                @Nullable Boolean explain,
        @Schema(description = "At most so many hits, 1 to 200", examples = "20")
                @Nullable Integer size,
        @Schema(description = "`next` of the page before") @Nullable String cursor) {

    SearchQuery query() {
        return query(PageRequest.of(size, null, cursor, null));
    }

    /** The same without what is of one page only. */
    AdvancedSearch unpaged() {
        return new AdvancedSearch(
                text, type, kinds, languages, sources, from, to, tags, category, folder, sort,
                facets, explain, null, null);
    }

    SearchQuery query(PageRequest page) {
        SearchFilter filter =
                new SearchFilter(
                        KnownIds.type("type", type),
                        KnownIds.kinds("kinds", orNone(kinds)),
                        KnownIds.languages(orNone(languages)),
                        KnownIds.sources("sources", orNone(sources)),
                        from,
                        to,
                        new PlaceFilter(orNone(tags), category, folder));
        return new SearchQuery(
                text == null ? "" : text,
                filter,
                sort == null || sort.isEmpty() ? SearchSort.RELEVANCE : SearchSort.of(sort),
                SearchParameters.facets(orNone(facets)),
                Boolean.TRUE.equals(explain),
                page);
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().filter(v -> v != null).toList();
    }
}
