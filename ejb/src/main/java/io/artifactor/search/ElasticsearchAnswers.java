package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.artifactor.outbox.ReaderUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what Elasticsearch answers. */
final class ElasticsearchAnswers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** Short enough to be looked through for the words, by the names the places have in a query. */
    private static final Map<String, String> PLACES =
            Map.of(
                    "title", "title",
                    "description", "description",
                    "fileName", "file",
                    "place", "place");

    private ElasticsearchAnswers() {}

    static SearchHit hit(Hit<Map<String, Object>> hit, Excerpts excerpts) {
        Map<String, Object> source = hit.source() == null ? Map.of() : hit.source();
        Map<String, List<String>> highlights = new HashMap<>();
        Set<String> places = new TreeSet<>();
        hit.highlight()
                .forEach((field, pieces) -> {
                    places.add(field);
                    highlights.put(field, pieces.stream().map(Highlights::html).toList());
                });
        String title = required(source, "title");
        // Elasticsearch does not mark a part of an identifier, or a word without its accent.
        List<String> marked = excerpts.whole(title);
        if (!marked.isEmpty()) {
            highlights.putIfAbsent("title", marked);
        }
        PLACES.forEach((field, place) -> {
            String text = text(source, field);
            if (text != null && !excerpts.whole(text).isEmpty()) {
                places.add(place);
            }
        });
        String conversation = text(source, "conversationId");
        return new SearchHit(
                DocumentType.of(required(source, "type")),
                UUID.fromString(String.valueOf(hit.id())),
                title,
                text(source, "kind"),
                text(source, "language"),
                required(source, "source"),
                Instant.parse(required(source, "updatedAt")),
                hit.score() == null ? 0 : hit.score(),
                conversation == null ? null : UUID.fromString(conversation),
                null,
                highlights,
                excerpts.places(places),
                hit.matchedQueries());
    }

    private static String required(Map<String, Object> source, String field) {
        return String.valueOf(source.get(field));
    }

    private static @Nullable String text(Map<String, Object> source, String field) {
        Object value = source.get(field);
        return value == null ? null : value.toString();
    }

    /** Whether Elasticsearch is there and refused the request itself, for example as too costly. */
    static boolean isRefusal(ReaderUnavailable thrown) {
        return thrown.getCause() instanceof ElasticsearchException e && e.status() == BAD_REQUEST;
    }

    /** The index something was to be written into is not there. */
    static final class MissingIndex extends IOException {

        private static final long serialVersionUID = 1L;

        MissingIndex(String reason) {
            super(reason);
        }
    }

    /** Whether Elasticsearch is there and has no such index. */
    static boolean isMissingIndex(ReaderUnavailable thrown) {
        return thrown.getCause() instanceof MissingIndex
                || thrown.getCause() instanceof ElasticsearchException e && e.status() == NOT_FOUND;
    }

    static ReaderUnavailable away(Exception e) {
        return new ReaderUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
    }
}
