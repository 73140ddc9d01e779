package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.outbox.RefusedSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Elasticsearch, behind an alias that never is an index by accident. */
@ApplicationScoped
class ElasticsearchIndex implements SearchIndex {

    /** A bulk request is cut where its texts together pass this. */
    private static final long BULK_CHARS = 8L << 20;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final List<String> SOURCE =
            List.of(
                    "type",
                    "title",
                    "description",
                    "fileName",
                    "place",
                    "kind",
                    "language",
                    "source",
                    "conversationId",
                    "updatedAt");

    @Inject private ElasticsearchConnection connection;

    ElasticsearchIndex() {}

    ElasticsearchIndex(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<RefusedSubject> put(Collection<SearchDocument> documents) {
        return put(ElasticsearchSchema.ALIAS, documents, false);
    }

    @Override
    public void remove(Collection<UUID> ids) {
        send(ElasticsearchSchema.ALIAS, List.of(), ids, false);
    }

    /** Adds to the index that is being built what is not in it yet. */
    List<RefusedSubject> addToNext(Collection<SearchDocument> documents) {
        return put(ElasticsearchSchema.NEXT, documents, true);
    }

    void removeFromNext(Collection<UUID> ids) {
        send(ElasticsearchSchema.NEXT, List.of(), ids, false);
    }

    /** Brings changes into the index that is being built; into none if there is none any more. */
    void followInNext(Collection<SearchDocument> documents, Collection<UUID> gone) {
        try {
            put(ElasticsearchSchema.NEXT, documents, false);
            removeFromNext(gone);
        } catch (ReaderUnavailable e) {
            if (!ElasticsearchAnswers.isMissingIndex(e)) {
                throw e;
            }
        }
    }

    private List<RefusedSubject> put(
            String alias, Collection<SearchDocument> documents, boolean onlyNew) {
        List<RefusedSubject> refused = new ArrayList<>();
        List<SearchDocument> part = new ArrayList<>();
        long chars = 0;
        for (SearchDocument document : documents) {
            part.add(document);
            chars += 2L * document.body().length();
            if (chars > BULK_CHARS) {
                refused.addAll(send(alias, part, List.of(), onlyNew));
                part.clear();
                chars = 0;
            }
        }
        refused.addAll(send(alias, part, List.of(), onlyNew));
        return refused;
    }

    private List<RefusedSubject> send(
            String alias,
            Collection<SearchDocument> documents,
            Collection<UUID> removed,
            boolean onlyNew) {
        if (documents.isEmpty() && removed.isEmpty()) {
            return List.of();
        }
        // Never without the alias: what is not there would be made with a mapping of its own.
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(alias).requireAlias(true);
        for (SearchDocument document : documents) {
            bulk.operations(operation(document, onlyNew));
        }
        for (UUID id : removed) {
            bulk.operations(o -> o.delete(d -> d.id(id.toString())));
        }
        try {
            return refused(connection.client().bulk(bulk.build()));
        } catch (ElasticsearchException e) {
            // A batch that is refused as a whole goes one by one, so that one thing stops no other.
            if (isAboutTheRequest(e.status())) {
                throw new IllegalStateException("Elasticsearch refuses a batch", e);
            }
            throw ElasticsearchAnswers.away(e);
        } catch (IOException e) {
            throw ElasticsearchAnswers.away(e);
        }
    }

    private static BulkOperation operation(SearchDocument document, boolean onlyNew) {
        String id = document.id().toString();
        Map<String, Object> fields = ElasticsearchDocument.of(document);
        return onlyNew
                ? BulkOperation.of(o -> o.create(c -> c.id(id).document(fields)))
                : BulkOperation.of(o -> o.index(i -> i.id(id).document(fields)));
    }

    private static List<RefusedSubject> refused(BulkResponse answer) {
        List<RefusedSubject> refused = new ArrayList<>();
        for (BulkResponseItem item : answer.items()) {
            if (item.error() == null || item.id() == null || item.status() == CONFLICT) {
                continue;
            }
            String reason = item.error().type() + ": " + item.error().reason();
            if (item.status() == NOT_FOUND || item.status() == TOO_MANY || item.status() >= 500) {
                throw item.status() == NOT_FOUND
                        ? new ReaderUnavailable(
                                reason, new ElasticsearchAnswers.MissingIndex(reason))
                        : new ReaderUnavailable(reason, new IOException(reason));
            }
            refused.add(new RefusedSubject(UUID.fromString(item.id()), reason));
        }
        return refused;
    }

    @Override
    public Found find(SearchQuery query, Set<String> readers, Matching matching) {
        ElasticsearchOrder order = new ElasticsearchOrder(query);
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(ElasticsearchSchema.ALIAS)
                        .query(ElasticsearchQuery.of(query, readers, matching))
                        .trackTotalHits(t -> t.enabled(true))
                        .source(s -> s.filter(f -> f.includes(SOURCE)));
        order.apply(request);
        query.facets()
                .forEach(facet -> request.aggregations(facet.id(), ElasticsearchFacets.of(facet)));
        Excerpts excerpts = new Excerpts(query.wanted());
        if (excerpts.hasWords()) {
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
                    connection.quick().search(request.build(), (Class) Map.class);
            return found(query, answer, excerpts, order);
        } catch (IOException | RuntimeException e) {
            // Also an answer that cannot be read: PostgreSQL can give one in any case.
            throw ElasticsearchAnswers.away(e);
        }
    }

    private static Found found(
            SearchQuery query,
            SearchResponse<Map<String, Object>> answer,
            Excerpts excerpts,
            ElasticsearchOrder order) {
        long total = answer.hits().total() == null ? 0 : answer.hits().total().value();
        List<SearchHit> hits =
                answer.hits().hits().stream()
                        .map(hit -> ElasticsearchAnswers.hit(hit, excerpts))
                        .toList();
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : query.facets()) {
            facets.put(facet, ElasticsearchFacets.values(facet, answer.aggregations()));
        }
        return new Found(hits, total, order.next(answer.hits().hits(), total), facets);
    }

    private static Map<String, HighlightField> highlighted() {
        return Map.of(
                "title",
                HighlightField.of(f -> f.numberOfFragments(0)),
                "description",
                HighlightField.of(f -> f.fragmentSize(160).numberOfFragments(1)),
                "content",
                HighlightField.of(f -> f.fragmentSize(160).numberOfFragments(3)));
    }

    private static boolean isAboutTheRequest(int status) {
        return status == BAD_REQUEST || status == TOO_LARGE;
    }
}
