package io.artifactor.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as Elasticsearch keeps it. */
final class ElasticsearchDocument {

    private ElasticsearchDocument() {}

    static Map<String, Object> of(SearchDocument document) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", document.id().toString());
        fields.put("hash", document.hash());
        fields.put("type", document.type().id());
        fields.put("readers", document.readers());
        fields.put("title", document.title());
        fields.put("titleKey", document.titleKey());
        fields.put("titleWords", Words.beside(document.title()));
        fields.put("description", document.description());
        fields.put("descriptionWords", Words.beside(document.description()));
        fields.put("fileName", document.fileName());
        fields.put("fileWords", Words.beside(document.fileName()));
        fields.put("content", document.body());
        fields.put("words", Words.beside(document.body()));
        fields.put("heads", document.headWords());
        addFacts(fields, document.facts());
        addPlace(fields, document.place());
        return fields;
    }

    private static void addFacts(Map<String, Object> fields, SearchFacts facts) {
        putIfPresent(fields, "kind", facts.kind());
        putIfPresent(fields, "language", facts.language());
        fields.put("source", facts.source());
        putIfPresent(fields, "conversationId", facts.conversation());
        putIfPresent(fields, "owner", facts.owner());
        fields.put("size", facts.size());
        fields.put("createdAt", facts.createdAt().toString());
        fields.put("updatedAt", facts.updatedAt().toString());
    }

    private static void addPlace(Map<String, Object> fields, SearchPlace place) {
        // One field for all its words, because each field is one more clause for each word.
        fields.put("place", place.text());
        fields.put("tagKeys", place.tagKeys());
        fields.put("folders", place.folders().stream().map(UUID::toString).toList());
        putIfPresent(fields, "categoryId", place.category());
        if (place.category() != null) {
            fields.put("categoryKey", place.categoryName().toLowerCase(Locale.ROOT));
        }
    }

    private static void putIfPresent(
            Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
