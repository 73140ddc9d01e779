package io.artifactor.search.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.artifactor.search.SavedSearch;
import io.artifactor.web.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A search that is kept. */
@Schema(name = "SavedSearch")
public record SavedSearchResponse(
        @Schema(examples = "01a1fd2b-f4c7-4816-bc4b-e862090bbf42") UUID id,
        @Schema(examples = "Sorting in Python") String name,
        AdvancedSearch query,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant createdAt,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant updatedAt,
        @Schema(examples = "0") int revision) {

    static SavedSearchResponse of(SavedSearch search) {
        return new SavedSearchResponse(
                search.id(),
                search.name(),
                query(search),
                search.createdAt(),
                search.updatedAt(),
                search.revision());
    }

    static AdvancedSearch query(SavedSearch search) {
        try {
            return Json.strict().readValue(search.query(), AdvancedSearch.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A saved search cannot be read", e);
        }
    }

    /** As it is kept, once it is known to be one that could be asked. */
    static String written(AdvancedSearch query) {
        AdvancedSearch kept = query.unpaged();
        kept.query();
        try {
            return Json.strict().writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A saved search cannot be written", e);
        }
    }
}
