package io.artifactor.search;

import io.artifactor.identity.Caller;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    @Inject private Workspaces workspaces;

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
        Set<WorkspaceId> readable = workspaces.readableBy(caller);
        Set<String> readers = Workspaces.readerTokens(caller, readable);
        if (gate.isOpen()) {
            try {
                Found found = find(elasticsearch, query, readers);
                return result(query, found, readable, false, start);
            } catch (ReaderUnavailable e) {
                // A query that was refused says nothing about the next one.
                if (!ElasticsearchAnswers.isRefusal(e)) {
                    gate.answers(false);
                }
                LOG.log(Level.FINE, "PostgreSQL answers a search", e);
            }
        }
        return result(query, find(postgres, query, readers), readable, true, start);
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
            SearchQuery query,
            Found found,
            Set<WorkspaceId> readable,
            boolean degraded,
            long start) {
        List<SearchHit> current = List.of();
        if (!found.hits().isEmpty()) {
            Set<UUID> there = readable(found.hits(), readable);
            current = found.hits().stream().filter(hit -> there.contains(hit.id())).toList();
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

    private Set<UUID> readable(List<SearchHit> hits, Set<WorkspaceId> readable) {
        String sql =
                """
                select id from artifact
                where id = any(?) and deleted_at is null and workspace_id = any(?)
                union all
                select id from conversation
                where id = any(?) and deleted_at is null and workspace_id = any(?)
                """;
        Set<UUID> there = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] ids = hits.stream().map(SearchHit::id).toArray();
            Object[] places = readable.stream().map(WorkspaceId::value).toArray();
            for (int i = 1; i <= 3; i += 2) {
                select.setArray(i, connection.createArrayOf("uuid", ids));
                select.setArray(i + 1, connection.createArrayOf("uuid", places));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    there.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot check what was found", e);
        }
        return there;
    }
}
