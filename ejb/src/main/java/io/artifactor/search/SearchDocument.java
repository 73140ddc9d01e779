package io.artifactor.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds of one artifact or conversation.
 *
 * @param readers tokens of those who may read it: {@code u:<user>}, {@code w:<workspace>}
 * @param body its text, cut where it is very long
 * @param words the parts of its identifiers and its words without accents, so that either finds it
 */
record SearchDocument(
        UUID id,
        DocumentType type,
        List<String> readers,
        String title,
        String description,
        String fileName,
        String body,
        String words,
        @Nullable String kind,
        @Nullable String language,
        String source,
        @Nullable UUID conversationId,
        Instant updatedAt,
        SearchPlace place) {

    SearchDocument {
        readers = List.copyOf(readers);
    }
}
