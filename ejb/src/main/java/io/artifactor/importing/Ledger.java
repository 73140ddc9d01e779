package io.artifactor.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How far imports got and what their items became; written in the transaction of those items, so
 * that both are true or neither.
 */
@Dependent
class Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /**
     * Reads how far the import is and holds the claim's row until the end of the transaction, so
     * that nobody can take the import over meanwhile.
     *
     * @throws ClaimLost if somebody did already
     */
    ImportProgress hold(Claim claim) {
        String sql =
                """
                update job_lease set heartbeat_at = clock_timestamp() from import_run
                where subject = ? and claim = ? and import_run.id = subject
                returning position, ledger_rows, bytes_read, counts
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, claim.importId().value());
            update.setObject(2, claim.token());
            try (ResultSet rows = update.executeQuery()) {
                if (!rows.next()) {
                    throw new ClaimLost(claim);
                }
                return new ImportProgress(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        ImportCounts.ofMap(JSON.readValue(rows.getString(4), COUNTS)));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new Problem(ProblemCode.INTERNAL, "The import's progress cannot be read.", e);
        }
    }

    /** Writes lines and progress; says whether the user asked the import to stop meanwhile. */
    boolean save(Claim claim, ImportProgress progress, List<ImportItem> items) {
        String sql =
                """
                update import_run set position = ?, ledger_rows = ?, bytes_read = ?,
                    counts = ?::jsonb, attempts = 0
                where id = ? returning stop_requested
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            insert(connection, claim.importId(), items);
            update.setLong(1, progress.position());
            update.setLong(2, progress.rows());
            update.setLong(3, progress.bytesRead());
            update.setString(4, JSON.writeValueAsString(progress.counts().toMap()));
            update.setObject(5, claim.importId().value());
            try (ResultSet rows = update.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new Problem(ProblemCode.INTERNAL, "The import's progress cannot be saved.", e);
        }
    }

    /** Back to the start: no lines, no progress. */
    void clear(ImportId id) {
        String sql =
                """
                with gone as (delete from import_item where import_id = ?)
                update import_run set position = 0, ledger_rows = 0, bytes_read = 0,
                    counts = '{}', attempts = 0
                where id = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id.value());
            update.setObject(2, id.value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "The ledger cannot be cleared.", e);
        }
    }

    Page<ImportItem> page(ImportId id, ItemFilter filter, PageRequest request) {
        String list = "items of " + id + " " + filter;
        long after = request.position(list).map(cursor -> cursor.number(0)).orElse(0L);
        String sql =
                """
                select position, item_key, kind, title, outcome, reason, detail,
                    conversation_id, artifact_id
                from import_item
                where import_id = ? and position > ?
                    and (?::text is null or outcome = ?) and (?::text is null or kind = ?)
                order by position limit ? offset ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id.value());
            select.setLong(2, after);
            setFilter(select, 3, filter);
            select.setInt(7, request.rows());
            select.setInt(8, request.offset());
            List<ImportItem> items = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.add(item(rows));
                }
            }
            Page<ImportItem> page =
                    Page.of(items, request, list, item -> Cursor.at(item.position()));
            return request.withTotal() ? page.withTotal(count(connection, id, filter)) : page;
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "The ledger cannot be read.", e);
        }
    }

    private static long count(Connection connection, ImportId id, ItemFilter filter)
            throws SQLException {
        String sql =
                """
                select count(*) from import_item where import_id = ?
                    and (?::text is null or outcome = ?) and (?::text is null or kind = ?)
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id.value());
            setFilter(select, 2, filter);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void setFilter(PreparedStatement select, int first, ItemFilter filter)
            throws SQLException {
        String outcome = filter.outcome().map(Outcome::id).orElse(null);
        String kind = filter.kind().map(ItemKind::id).orElse(null);
        select.setString(first, outcome);
        select.setString(first + 1, outcome);
        select.setString(first + 2, kind);
        select.setString(first + 3, kind);
    }

    private static ImportItem item(ResultSet rows) throws SQLException {
        return new ImportItem(
                rows.getLong(1),
                rows.getString(2),
                ItemKind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                rows.getString(4),
                Outcome.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, UUID.class),
                rows.getObject(9, UUID.class));
    }

    private static void insert(Connection connection, ImportId id, List<ImportItem> items)
            throws SQLException {
        String sql =
                """
                insert into import_item (import_id, position, item_key, kind, title, outcome,
                    reason, detail, conversation_id, artifact_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (ImportItem item : items) {
                insert.setObject(1, id.value());
                insert.setLong(2, item.position());
                insert.setString(3, item.key());
                insert.setString(4, item.kind().id());
                insert.setString(5, item.title());
                insert.setString(6, item.outcome().id());
                insert.setString(7, item.reason());
                insert.setString(8, item.detail());
                setId(insert, 9, item.conversationId());
                setId(insert, 10, item.artifactId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void setId(PreparedStatement insert, int index, @Nullable UUID id)
            throws SQLException {
        insert.setObject(index, id, Types.OTHER);
    }
}
