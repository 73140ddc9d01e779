package io.artifactor.search.rest;

import io.artifactor.search.Drift;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the indexes have in another way than the database. */
@Schema(name = "SearchDrift")
public record DriftResponse(
        SearchJobResponse job,
        @Schema(
                        examples = "{\"elasticsearch.missing\": 1}",
                        description =
                                "How many are missing, extra or different in which index; empty if"
                                        + " there is no drift")
                Map<String, Long> counts,
        @Schema(description = "The first 1,000 of them") List<Item> items) {

    public DriftResponse {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
    }

    /** One thing. */
    @Schema(name = "SearchDriftItem")
    public record Item(
            @Schema(examples = "elasticsearch", description = "elasticsearch or postgresql")
                    String index,
            @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") UUID id,
            @Schema(
                            examples = "missing",
                            description =
                                    "missing in the index, extra in it, or there in another state")
                    String difference) {

        static Item of(Drift drift) {
            return new Item(drift.store(), drift.subject(), drift.difference().id());
        }
    }
}
