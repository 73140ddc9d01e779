package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.outbox.RefusedSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Elasticsearch, behind an alias that never is an index by accident. */
@ApplicationScoped
class ElasticsearchIndex implements SearchIndex {

    /** A bulk request is cut where its texts together pass this. */
    private static final long BULK_CHARS = 8L << 20;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final List<String> SOURCE =
            List.of("type", "title", "kind", "language", "source", "conversationId", "updatedAt");

    @Inject private ElasticsearchConnection connection;

    /** Whether the index is there; says nothing about whether it is complete. */
    boolean exists() {
        try {
            return connection
                    .client()
                    .indices()
                    .existsAlias(a -> a.name(ElasticsearchSchema.ALIAS))
                    .value();
        } catch (IOException | ElasticsearchException e) {
            throw away(e);
        }
    }

    /** Makes the index; somebody else having made it meanwhile is fine. */
    void create() {
        try {
            connection
                    .client()
                    .indices()
                    .create(c ->
                            c.index(ElasticsearchSchema.INDEX)
                                    .withJson(new StringReader(ElasticsearchSchema.DEFINITION)));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw away(e);
            }
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public List<RefusedSubject> put(Collection<SearchDocument> documents) {
        List<RefusedSubject> refused = new ArrayList<>();
        List<SearchDocument> part = new ArrayList<>();
        long chars = 0;
        for (SearchDocument document : documents) {
            part.add(document);
            chars += document.body().length() + document.words().length();
            if (chars > BULK_CHARS) {
                refused.addAll(send(part, List.of()));
                part.clear();
                chars = 0;
            }
        }
        refused.addAll(send(part, List.of()));
        return refused;
    }

    @Override
    public void remove(Collection<UUID> ids) {
        send(List.of(), ids);
    }

    private List<RefusedSubject> send(
            Collection<SearchDocument> documents, Collection<UUID> removed) {
        if (documents.isEmpty() && removed.isEmpty()) {
            return List.of();
        }
        BulkRequest.Builder bulk =
                new BulkRequest.Builder().index(ElasticsearchSchema.ALIAS).requireAlias(true);
        for (SearchDocument document : documents) {
            bulk.operations(
                    o -> o.index(i -> i.id(document.id().toString()).document(fields(document))));
        }
        for (UUID id : removed) {
            bulk.operations(o -> o.delete(d -> d.id(id.toString())));
        }
        try {
            return refused(connection.client().bulk(bulk.build()));
        } catch (IOException | ElasticsearchException e) {
            throw away(e);
        }
    }

    private static List<RefusedSubject> refused(BulkResponse answer) {
        List<RefusedSubject> refused = new ArrayList<>();
        for (BulkResponseItem item : answer.items()) {
            if (item.error() == null || item.id() == null) {
                continue;
            }
            String reason = item.error().type() + ": " + item.error().reason();
            if (item.status() == NOT_FOUND || item.status() == TOO_MANY || item.status() >= 500) {
                throw new ReaderUnavailable(reason, new IOException(reason));
            }
            refused.add(new RefusedSubject(UUID.fromString(item.id()), reason));
        }
        return refused;
    }

    private static Map<String, Object> fields(SearchDocument document) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("type", document.type().id());
        fields.put("readers", document.readers());
        fields.put("title", document.title());
        fields.put("description", document.description());
        fields.put("fileName", document.fileName());
        fields.put("content", document.body());
        fields.put("words", document.words());
        fields.put("source", document.source());
        fields.put("updatedAt", document.updatedAt().toString());
        putIfPresent(fields, "kind", document.kind());
        putIfPresent(fields, "language", document.language());
        putIfPresent(fields, "conversationId", document.conversationId());
        return fields;
    }

    private static void putIfPresent(
            Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    @Override
    public Found find(SearchQuery query, Set<String> readers) {
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(ElasticsearchSchema.ALIAS)
                        .query(ElasticsearchQuery.of(query, readers))
                        .from(query.offset())
                        .size(query.page().size())
                        .trackTotalHits(t -> t.enabled(true))
                        .source(s -> s.filter(f -> f.includes(SOURCE)));
        if (query.isEmpty()) {
            request.sort(newestFirst());
        } else {
            request.highlight(h ->
                    h.preTags(Highlights.START)
                            .postTags(Highlights.END)
                            .requireFieldMatch(false)
                            .maxAnalyzedOffset(1_000_000)
                            .fields(highlighted()));
        }
        try {
            @SuppressWarnings({"unchecked", "rawtypes"})
            SearchResponse<Map<String, Object>> answer =
                    connection.client().search(request.build(), (Class) Map.class);
            long total = answer.hits().total() == null ? 0 : answer.hits().total().value();
            return new Found(
                    answer.hits().hits().stream().map(ElasticsearchIndex::hit).toList(), total);
        } catch (IOException | ElasticsearchException e) {
            throw away(e);
        }
    }

    private static SortOptions newestFirst() {
        return SortOptions.of(s -> s.field(f -> f.field("updatedAt").order(SortOrder.Desc)));
    }

    private static Map<String, HighlightField> highlighted() {
        return Map.of(
                "title", HighlightField.of(f -> f.numberOfFragments(0)),
                "description", HighlightField.of(f -> f.fragmentSize(160).numberOfFragments(1)),
                "content", HighlightField.of(f -> f.fragmentSize(160).numberOfFragments(3)));
    }

    private static SearchHit hit(Hit<Map<String, Object>> hit) {
        Map<String, Object> source = hit.source() == null ? Map.of() : hit.source();
        Map<String, List<String>> highlights = new HashMap<>();
        hit.highlight()
                .forEach((field, pieces) ->
                        highlights.put(field, pieces.stream().map(Highlights::html).toList()));
        String conversation = text(source, "conversationId");
        return new SearchHit(
                DocumentType.of(required(source, "type")),
                UUID.fromString(String.valueOf(hit.id())),
                required(source, "title"),
                text(source, "kind"),
                text(source, "language"),
                required(source, "source"),
                Instant.parse(required(source, "updatedAt")),
                hit.score() == null ? 0 : hit.score(),
                conversation == null ? null : UUID.fromString(conversation),
                highlights);
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

    private static ReaderUnavailable away(Exception e) {
        return new ReaderUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
    }
}
