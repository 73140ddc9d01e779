package io.artifactor.search;

import io.artifactor.artifact.Reach;
import io.artifactor.artifact.Reaches;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The door to full text: finds what the caller may read, and nothing else, whichever index answers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Search {

    private static final Logger LOG = Logger.getLogger(Search.class.getName());

    @Inject private Reaches reaches;

    @Inject private ElasticsearchIndex elasticsearch;

    @Inject private PostgresIndex postgres;

    @Inject private ElasticsearchGate gate;

    @Inject private SearchTimes times;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    public Search() {}

    Search(ElasticsearchGate gate) {
        this.gate = gate;
    }

    /** Finds what the caller may read. */
    public SearchResult search(Caller caller, SearchQuery query) {
        long start = System.nanoTime();
        Reach reach = reaches.of(caller);
        Set<String> readers = reach.tokens();
        if (gate.isOpen()) {
            try {
                Found found = find(elasticsearch, query, readers);
                return result(query, found, reach, false, start);
            } catch (ReaderUnavailable e) {
                // A query that was refused says nothing about the next one.
                if (!ElasticsearchAnswers.isRefusal(e)) {
                    gate.answers(false);
                }
                LOG.log(Level.FINE, "PostgreSQL answers a search", e);
            }
        }
        return result(query, find(postgres, query, readers), reach, true, start);
    }

    /** Where nothing has the words as they were typed, what has them nearly is found instead. */
    private static Found find(SearchIndex index, SearchQuery query, Set<String> readers) {
        Found exact = index.find(query, readers, Matching.EXACT);
        return exact.total() > 0 || !query.hasWords()
                ? exact
                : index.find(query, readers, Matching.NEARLY).nearly();
    }

    /** Whether PostgreSQL answers at the moment; never waits. */
    public boolean isDegraded() {
        return !gate.isOpen();
    }

    /** Either index follows the database; what was deleted or moved away meanwhile is not shown. */
    private SearchResult result(
            SearchQuery query, Found found, Reach reach, boolean degraded, long start) {
        List<SearchHit> current = List.of();
        if (!found.hits().isEmpty()) {
            Map<UUID, UnaryOperator<SearchHit>> there = readable(found.hits(), reach);
            current =
                    found.hits().stream()
                            .filter(hit -> there.containsKey(hit.id()))
                            .map(hit ->
                                    there.getOrDefault(hit.id(), UnaryOperator.identity())
                                            .apply(hit))
                            .toList();
        }
        long took = System.nanoTime() - start;
        times.searched(degraded, took);
        return new SearchResult(
                current,
                found.total() - (found.hits().size() - current.size()),
                found.next().map(query::cursor).orElse(null),
                degraded,
                took / 1_000_000,
                found.facets(),
                found.isNear() ? Spelling.corrected(query, current).orElse(null) : null);
    }

    /** Those that may be read, and what the database knows better than an index. */
    private Map<UUID, UnaryOperator<SearchHit>> readable(List<SearchHit> hits, Reach reach) {
        String sql =
                """
                select id, workspace_id = any(?), visibility from artifact
                where id = any(?) and deleted_at is null
                    and (reading_scope = any(?) or id = any(?))
                union all
                select id, true, null from conversation
                where id = any(?) and deleted_at is null and workspace_id = any(?)
                """;
        Map<UUID, UnaryOperator<SearchHit>> there = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] ids = hits.stream().map(SearchHit::id).toArray();
            Object[] places = WorkspaceId.array(reach.workspaces());
            Object[] scopes = reach.scopes().toArray();
            Object[] granted = reach.granted().toArray();
            int parameter = 1;
            for (Object[] each : new Object[][] {places, ids, scopes, granted, ids, places}) {
                select.setArray(parameter++, connection.createArrayOf("uuid", each));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean member = row.getBoolean(2);
                    String readers = row.getString(3);
                    there.put(row.getObject(1, UUID.class), hit -> hit.as(readers, member));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot check what was found", e);
        }
        return there;
    }
}
