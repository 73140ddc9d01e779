package io.artifactor.search;

import io.artifactor.operation.WorkState;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of search, each call in the transaction of its caller. */
@ApplicationScoped
class SearchRows {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Sql sql, Row<T> row) {
        List<T> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read rows of search", e);
        }
    }

    <T> Optional<T> find(Sql sql, Row<T> row) {
        return list(sql, row).stream().findFirst();
    }

    int update(Sql sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = sql.prepare(connection)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write rows of search", e);
        }
    }

    Optional<SearchJob> get(UUID id, SearchJob.Kind kind) {
        return find(
                new Sql().add("select * from search_job where id = ? and kind = ?", id, kind.id()),
                SearchRows::job);
    }

    static SearchJob job(ResultSet row) throws SQLException {
        return new SearchJob(
                row.getObject("id", UUID.class),
                SearchJob.Kind.of(row.getString("kind")),
                WorkState.of(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("refused"),
                row.getString("problem"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
