package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The index of Elasticsearch as a thing: whether it is there, which one it is, how full. */
@ApplicationScoped
class ElasticsearchStore {

    private static final int NOT_FOUND = 404;

    @Inject private ElasticsearchConnection connection;

    ElasticsearchStore() {}

    ElasticsearchStore(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    private interface Request<T> {
        T send() throws IOException;
    }

    private static <T> T ask(Request<T> request) {
        try {
            return request.send();
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with an answer to these simple questions, searches cannot trust it.
            throw ElasticsearchAnswers.away(e);
        }
    }

    /** Whether there is an index to search; gives up soon. */
    boolean exists() {
        return ask(() ->
                connection
                        .quick()
                        .indices()
                        .existsAlias(a -> a.name(ElasticsearchSchema.ALIAS))
                        .value());
    }

    /** The mark of the index in use, if it is there and has one. */
    Optional<String> mark() {
        return mark(ElasticsearchSchema.ALIAS);
    }

    /** The mark of the index behind the alias, if it is there and has one. */
    Optional<String> mark(String alias) {
        return mappings(alias).values().stream()
                .map(index -> index.mappings().meta().get("mark"))
                .filter(JsonData.class::isInstance)
                .map(mark -> mark.to(String.class))
                .findFirst();
    }

    private Map<String, IndexMappingRecord> mappings(String names) {
        return ask(() -> {
            try {
                return connection.client().indices().getMapping(m -> m.index(names)).result();
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND) {
                    return Map.of();
                }
                throw e;
            }
        });
    }

    /** How many documents there are, those put just before among them. */
    long count() {
        refresh();
        return ask(
                () -> connection.client().count(c -> c.index(ElasticsearchSchema.ALIAS)).count());
    }

    /** Lets searches find what was put just before. */
    void refresh() {
        ask(() -> connection.client().indices().refresh(r -> r.index(ElasticsearchSchema.ALIAS)));
    }

    /** Puts an empty index in place of whatever is there, one that is being built too. */
    void makeAnew(String mark) {
        Collection<String> old = mappings(ElasticsearchSchema.EVERY_INDEX).keySet();
        ask(() -> {
            delete(old);
            String name = create(mark);
            // By itself: as a part of the definition it was seen to get lost.
            return connection
                    .client()
                    .indices()
                    .putAlias(p -> p.index(name).name(ElasticsearchSchema.ALIAS));
        });
    }

    /** Makes an empty index beside the one in use, in place of one that was begun before. */
    void beginNext(String mark) {
        discardNext();
        ask(() -> {
            String name = create(mark);
            return connection
                    .client()
                    .indices()
                    .putAlias(p -> p.index(name).name(ElasticsearchSchema.NEXT));
        });
    }

    /** Deletes whatever is not in use. */
    void discardNext() {
        Set<String> old = new HashSet<>(mappings(ElasticsearchSchema.EVERY_INDEX).keySet());
        old.removeAll(mappings(ElasticsearchSchema.ALIAS).keySet());
        ask(() -> {
            delete(old);
            return true;
        });
    }

    /**
     * Lets the alias lead to the index that was built, in one step, so that no search misses it.
     */
    void swap() {
        Collection<String> old = mappings(ElasticsearchSchema.ALIAS).keySet();
        String built =
                mappings(ElasticsearchSchema.NEXT).keySet().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("There is no index built"));
        ask(() -> {
            connection.client().indices().refresh(r -> r.index(built));
            return connection
                    .client()
                    .indices()
                    .updateAliases(u -> {
                        u.actions(x -> x.add(a -> a.index(built).alias(ElasticsearchSchema.ALIAS)));
                        u.actions(
                                x -> x.remove(r -> r.index(built).alias(ElasticsearchSchema.NEXT)));
                        old.forEach(name -> u.actions(x -> x.removeIndex(r -> r.index(name))));
                        return u;
                    });
        });
    }

    private String create(String mark) throws IOException {
        String name = ElasticsearchSchema.newName();
        String definition = ElasticsearchSchema.definition(mark);
        connection
                .client()
                .indices()
                .create(c -> c.index(name).withJson(new StringReader(definition)));
        return name;
    }

    private void delete(Collection<String> indexes) throws IOException {
        if (!indexes.isEmpty()) {
            connection
                    .client()
                    .indices()
                    .delete(d -> d.index(List.copyOf(indexes)).ignoreUnavailable(true));
        }
    }

    /** Gives the index another mark. */
    void remark(String mark) {
        ask(() ->
                connection
                        .client()
                        .indices()
                        .putMapping(m ->
                                m.index(ElasticsearchSchema.ALIAS)
                                        .meta("mark", JsonData.of(mark))));
    }

    /** The hashes of these documents, of those that are there. */
    Map<UUID, String> hashes(List<UUID> ids) {
        return ask(() -> {
            Map<UUID, String> hashes = new HashMap<>();
            MgetRequest request =
                    MgetRequest.of(m ->
                            m.index(ElasticsearchSchema.ALIAS)
                                    .ids(ids.stream().map(UUID::toString).toList())
                                    .sourceIncludes("hash"));
            for (MultiGetResponseItem<Hashed> item :
                    connection.client().mget(request, Hashed.class).docs()) {
                if (item.isResult() && item.result().found() && item.result().source() != null) {
                    hashes.put(UUID.fromString(item.result().id()), item.result().source().hash());
                }
            }
            return hashes;
        });
    }

    /** What is read of a document to compare it. */
    record Hashed(String hash) {}

    /** The ids of documents behind that one, in order. */
    List<UUID> ids(Optional<UUID> behind, int limit) {
        if (behind.isEmpty()) {
            refresh();
        }
        return ask(() -> {
            SearchRequest request =
                    SearchRequest.of(s -> {
                        s.index(ElasticsearchSchema.ALIAS).size(limit);
                        s.source(x -> x.fetch(false));
                        s.sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc)));
                        behind.ifPresent(id -> s.searchAfter(FieldValue.of(id.toString())));
                        return s;
                    });
            return connection.client().search(request, Void.class).hits().hits().stream()
                    .map(hit -> UUID.fromString(String.valueOf(hit.id())))
                    .toList();
        });
    }
}
