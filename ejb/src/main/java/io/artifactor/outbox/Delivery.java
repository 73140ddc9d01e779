package io.artifactor.outbox;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Hands rows to a reader: claimed, read and deleted in one transaction.
 *
 * <p>An advisory lock per reader makes it one node at a time, so that two nodes cannot hand an
 * older and a newer state of one thing to the same store in the wrong order.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Delivery {

    static final int BATCH = 500;
    private static final int TRIES = 5;
    private static final int LONGEST_REASON = 2_000;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Hands out the next batch; says how many rows there were. */
    public int deliver(OutboxReader reader) {
        return deliver(reader, reader.atOnce());
    }

    /**
     * Hands out a single row, to find the one that spoils a batch; nothing while another node
     * serves the reader, which may have served the row meanwhile.
     */
    public int deliverOne(OutboxReader reader, long id) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ReaderLock.take(connection, reader.name())) {
                return 0;
            }
            return read(connection, reader, claimOne(connection, id));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the outbox", e);
        }
    }

    /** The ids of the rows that are due, without claiming them. */
    public List<Long> due(OutboxReader reader) {
        try (Connection connection = dataSource.getConnection()) {
            return claim(connection, reader, BATCH).stream().map(OutboxRow::id).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the outbox", e);
        }
    }

    /** Puts a row off: longer each time, and for good after some tries. */
    public void postpone(long id, String reason) {
        try (Connection connection = dataSource.getConnection()) {
            postpone(connection, id, reason);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write to the outbox", e);
        }
    }

    private int deliver(OutboxReader reader, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ReaderLock.take(connection, reader.name())) {
                return 0;
            }
            return read(connection, reader, claim(connection, reader, limit));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the outbox", e);
        }
    }

    private static int read(Connection connection, OutboxReader reader, List<OutboxRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        Map<UUID, String> refused =
                reader.read(rows).stream()
                        .collect(
                                Collectors.toMap(
                                        RefusedSubject::subject,
                                        RefusedSubject::reason,
                                        (first, second) -> first));
        List<Long> done = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            String reason = refused.get(row.subject());
            if (reason == null) {
                done.add(row.id());
            } else {
                postpone(connection, row.id(), reason);
            }
        }
        delete(connection, done);
        return rows.size();
    }

    private static List<OutboxRow> claim(Connection connection, OutboxReader reader, int limit)
            throws SQLException {
        String sql =
                """
                select id, event, subject, attempts, actor, created_at from outbox
                where reader = ? and parked_at is null and not_before <= now()
                order by id
                limit ?
                for update skip locked
                """;
        try (PreparedStatement claim = connection.prepareStatement(sql)) {
            claim.setString(1, reader.name());
            claim.setInt(2, limit);
            return rows(claim);
        }
    }

    private static List<OutboxRow> claimOne(Connection connection, long id) throws SQLException {
        String sql =
                """
                select id, event, subject, attempts, actor, created_at from outbox
                where id = ? and parked_at is null and not_before <= now()
                for update skip locked
                """;
        try (PreparedStatement claim = connection.prepareStatement(sql)) {
            claim.setLong(1, id);
            return rows(claim);
        }
    }

    private static List<OutboxRow> rows(PreparedStatement select) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(
                        new OutboxRow(
                                found.getLong("id"),
                                found.getString("event"),
                                found.getObject("subject", UUID.class),
                                found.getInt("attempts"),
                                found.getObject("actor", UUID.class),
                                found.getObject("created_at", OffsetDateTime.class).toInstant()));
            }
        }
        return rows;
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    private static void postpone(Connection connection, long id, String reason)
            throws SQLException {
        String sql =
                """
                update outbox
                set attempts = attempts + 1,
                    last_error = ?,
                    not_before = now() + interval '5 seconds' * power(3, attempts),
                    parked_at = case when attempts + 1 >= ? then now() end
                where id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            update.setInt(2, TRIES);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }
}
