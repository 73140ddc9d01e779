package io.artifactor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The mark of the index, if it is there and has one. */
    Optional<String> mark() {
        return mappings().values().stream()
                .map(index -> index.mappings().meta().get("mark"))
                .filter(JsonData.class::isInstance)
                .map(mark -> mark.to(String.class))
                .findFirst();
    }

    private Map<String, IndexMappingRecord> mappings() {
        return ask(() -> {
            try {
                return connection
                        .client()
                        .indices()
                        .getMapping(m -> m.index(ElasticsearchSchema.ALIAS))
                        .result();
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
        return ask(() -> {
            connection.client().indices().refresh(r -> r.index(ElasticsearchSchema.ALIAS));
            return connection.client().count(c -> c.index(ElasticsearchSchema.ALIAS)).count();
        });
    }

    /** Puts an empty index in place of whatever is there. */
    void makeAnew(String mark) {
        Collection<String> old = mappings().keySet();
        ask(() -> {
            for (String index : old) {
                delete(index);
            }
            if (!old.contains(ElasticsearchSchema.INDEX)) {
                delete(ElasticsearchSchema.INDEX);
            }
            connection
                    .client()
                    .indices()
                    .create(c ->
                            c.index(ElasticsearchSchema.INDEX)
                                    .withJson(
                                            new StringReader(
                                                    ElasticsearchSchema.definition(mark))));
            // By itself: as a part of the definition it was seen to get lost.
            return connection
                    .client()
                    .indices()
                    .putAlias(p ->
                            p.index(ElasticsearchSchema.INDEX).name(ElasticsearchSchema.ALIAS));
        });
    }

    private void delete(String index) throws IOException {
        connection.client().indices().delete(d -> d.index(List.of(index)).ignoreUnavailable(true));
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
}
