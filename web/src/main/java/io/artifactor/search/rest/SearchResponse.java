package io.artifactor.search.rest;

import io.artifactor.search.SearchResult;
import io.artifactor.web.Paged;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what was found. */
@Schema(name = "SearchPage")
public record SearchResponse(
        List<SearchHitResponse> items,
        @Schema(examples = "1", description = "How many there are in all") long total,
        @Schema(
                        examples = "bm90LWEtY3Vyc29y",
                        description = "Cursor of the next page; absent on the last")
                @Nullable String next,
        @Schema(
                        examples = "false",
                        description = "PostgreSQL answered because Elasticsearch is away")
                boolean degraded,
        @Schema(examples = "9") long tookMs)
        implements Paged {

    @Override
    public OptionalLong counted() {
        return OptionalLong.of(total);
    }

    public static SearchResponse of(SearchResult result) {
        return new SearchResponse(
                result.hits().stream().map(SearchHitResponse::of).toList(),
                result.total(),
                result.next(),
                result.degraded(),
                result.tookMillis());
    }
}
