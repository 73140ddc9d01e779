package io.artifactor.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing found.
 *
 * @param highlights per field ({@code title}, {@code description}, {@code content}) pieces of HTML
 *     in which everything is escaped but {@code <em>} around what matched
 * @param visibility who reads an artifact; an index does not know, and a conversation has none
 * @param matchedIn where its words are: {@code title}, {@code description}, {@code content}, {@code
 *     file}, {@code place}
 * @param fulfilled the words and conditions of the query it fulfils, if that was asked for
 */
public record SearchHit(
        DocumentType type,
        UUID id,
        String title,
        @Nullable String kind,
        @Nullable String language,
        String source,
        Instant updatedAt,
        double score,
        @Nullable UUID conversationId,
        @Nullable String visibility,
        Map<String, List<String>> highlights,
        List<String> matchedIn,
        List<String> fulfilled) {

    public SearchHit {
        // Elasticsearch has none for what is sorted by something else; JSON knows no NaN.
        score = Double.isFinite(score) ? score : 0;
        highlights = Map.copyOf(highlights);
        matchedIn = List.copyOf(matchedIn);
        fulfilled = List.copyOf(fulfilled);
    }

    /**
     * The same as it is kept now.
     *
     * @param knowsConversation whether the reader may know of the conversation it came from
     */
    SearchHit as(@Nullable String readers, boolean knowsConversation) {
        return new SearchHit(
                type,
                id,
                title,
                kind,
                language,
                source,
                updatedAt,
                score,
                knowsConversation ? conversationId : null,
                readers,
                highlights,
                matchedIn,
                fulfilled);
    }
}
