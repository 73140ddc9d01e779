package io.artifactor.search.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.search.SearchHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing found. */
@Schema(name = "SearchHit")
public record SearchHitResponse(
        @Schema(examples = "artifact", description = "artifact or conversation") String type,
        @Schema(examples = "01a1fd2b-f4c7-7816-bc4b-e862090bbf42") UUID id,
        @Schema(examples = "Merge sort") String title,
        @Schema(examples = "code") @Nullable String kind,
        @Schema(examples = "python") @Nullable String language,
        @Schema(examples = "claude") String source,
        @Schema(examples = "2026-11-21T10:15:30Z") Instant updatedAt,
        @Schema(examples = "4.2") double score,
        @Schema(examples = "01a1fd2b-a0a1-7ef0-9c30-2f1d5f0e7a11") @Nullable UUID conversationId,
        @Schema(
                        examples = "shared",
                        enumeration = {"private", "shared", "public"},
                        description = "Who reads the artifact; absent for a conversation")
                @Nullable String visibility,
        @Schema(
                        examples = "{\"title\": [\"<em>Merge</em> sort\"]}",
                        description =
                                "Per field, pieces of HTML in which everything is escaped but <em>"
                                        + " around what matched")
                Map<String, List<String>> highlights,
        @Schema(
                        examples = "[\"title\", \"content\"]",
                        description =
                                "Where its words are: title, description, content, file, place")
                List<String> matchedIn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(
                        examples = "[\"merge\", \"kind:\\\"code\\\"\"]",
                        description =
                                "With `explain=true`, the words and conditions of the query it"
                                        + " fulfils")
                List<String> fulfilled) {

    public static SearchHitResponse of(SearchHit hit) {
        return new SearchHitResponse(
                hit.type().id(),
                hit.id(),
                hit.title(),
                hit.kind(),
                hit.language(),
                hit.source(),
                hit.updatedAt(),
                hit.score(),
                hit.conversationId(),
                hit.visibility(),
                hit.highlights(),
                hit.matchedIn(),
                hit.fulfilled());
    }
}
