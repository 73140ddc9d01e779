package io.artifactor.search.rest;

import io.artifactor.search.Suggestion;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may be about to type. */
@Schema(name = "Suggestions")
public record SuggestionsResponse(List<Item> items) {

    public SuggestionsResponse {
        items = List.copyOf(items);
    }

    static SuggestionsResponse of(List<Suggestion> suggestions) {
        return new SuggestionsResponse(suggestions.stream().map(Item::of).toList());
    }

    /** One suggestion. */
    @Schema(name = "Suggestion")
    public record Item(
            @Schema(examples = "title", description = "title, tag or person") String kind,
            @Schema(examples = "Merge sort") String text,
            @Schema(
                            examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42",
                            description = "Of the thing, the tag or the person")
                    UUID id) {

        static Item of(Suggestion suggestion) {
            return new Item(suggestion.kind().id(), suggestion.text(), suggestion.id());
        }
    }
}
