package io.artifactor.search;

import io.artifactor.search.Drift.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Compares what the indexes hold with what they should, thing by thing and by the hash of
 * everything an index holds of it. What is on its way to an index is not different yet.
 */
@ApplicationScoped
class DriftCheck {

    private static final int PAGE = 1_000;

    @Inject private ElasticsearchStore elasticsearch;

    @Inject private SearchDocuments documents;

    @Inject private SearchRows rows;

    /** The index of Elasticsearch or of PostgreSQL. */
    private enum Store {
        ELASTICSEARCH(ElasticsearchReader.NAME),
        POSTGRESQL(PostgresReader.NAME);

        private final String reader;

        Store(String reader) {
            this.reader = reader;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Notes which of these an index has not, or has in another state; refuses none. */
    long compare(UUID job, List<UUID> ids) {
        for (Store store : Store.values()) {
            Map<UUID, Difference> differences = differences(store, ids);
            if (!differences.isEmpty()) {
                // Again: what changed while it was read is no difference.
                note(job, store, differences(store, List.copyOf(differences.keySet())));
            }
        }
        return 0;
    }

    private Map<UUID, Difference> differences(Store store, List<UUID> ids) {
        Map<UUID, String> indexed = indexed(store, ids);
        Map<UUID, Difference> differences = new HashMap<>();
        for (SearchDocument document : documents.load(ids)) {
            String hash = indexed.get(document.id());
            if (hash == null) {
                differences.put(document.id(), Difference.MISSING);
            } else if (!hash.equals(document.hash())) {
                differences.put(document.id(), Difference.DIFFERENT);
            }
        }
        forgetUnderWay(store, differences.keySet());
        return differences;
    }

    private Map<UUID, String> indexed(Store store, List<UUID> ids) {
        if (store == Store.ELASTICSEARCH) {
            return elasticsearch.hashes(ids);
        }
        Map<UUID, String> hashes = new HashMap<>();
        rows.list(
                        new Sql()
                                .add("select subject_id, hash from search_entry where subject_id")
                                .add(" = any(?::text[]::uuid[])", SearchThings.strings(ids)),
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
        return hashes;
    }

    private void forgetUnderWay(Store store, Set<UUID> ids) {
        if (!ids.isEmpty()) {
            rows.list(
                            SearchThings.underWay(List.copyOf(ids), store.reader),
                            row -> row.getObject(1, UUID.class))
                    .forEach(ids::remove);
        }
    }

    /** Notes what an index has that is no more. */
    void findExtra(UUID job) {
        for (Store store : Store.values()) {
            List<UUID> page = page(store, Optional.empty());
            while (!page.isEmpty()) {
                Set<UUID> gone = gone(store, page);
                Map<UUID, Difference> extra = new HashMap<>();
                if (!gone.isEmpty()) {
                    // Again: what was deleted while it was read is taken out by now, or under way.
                    indexed(store, List.copyOf(gone))
                            .keySet()
                            .forEach(id -> extra.put(id, Difference.EXTRA));
                    forgetUnderWay(store, extra.keySet());
                }
                note(job, store, extra);
                page = page(store, Optional.of(page.getLast()));
            }
        }
    }

    private Set<UUID> gone(Store store, List<UUID> ids) {
        Set<UUID> gone =
                new HashSet<>(
                        rows.list(SearchThings.gone(ids), row -> row.getObject(1, UUID.class)));
        forgetUnderWay(store, gone);
        return gone;
    }

    private List<UUID> page(Store store, Optional<UUID> behind) {
        if (store == Store.ELASTICSEARCH) {
            return elasticsearch.ids(behind, PAGE);
        }
        return rows.list(
                new Sql()
                        .add(
                                "select subject_id from search_entry where subject_id > ?",
                                behind.orElse(new UUID(0, 0)))
                        .add(" order by subject_id limit ?", PAGE),
                row -> row.getObject(1, UUID.class));
    }

    private void note(UUID job, Store store, Map<UUID, Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        differences.forEach((id, difference) -> {
            ids.add(id);
            names.add(difference.id());
        });
        rows.update(
                new Sql()
                        .add("insert into search_drift (job_id, store, subject, difference)")
                        .add(" select ?, ?, id, difference from unnest(", job, store.id())
                        .add("?::text[]::uuid[], ?::text[])", SearchThings.strings(ids), names)
                        .add(" as d (id, difference) on conflict (job_id, store, subject)")
                        .add(" do update set difference = excluded.difference"));
    }
}
