package io.artifactor.outbox;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What waits in the outbox, for the administrator. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class OutboxState {

    private static final int SHOWN = 100;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private Wakeup wakeup;

    /** How many rows wait for each reader, and since when. */
    public List<Backlog> backlogs() {
        String sql =
                """
                select reader,
                       count(*) filter (where parked_at is null) as waiting,
                       count(*) filter (where parked_at is not null) as parked,
                       min(created_at) filter (where parked_at is null) as oldest
                from outbox group by reader order by reader
                """;
        List<Backlog> backlogs = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                OffsetDateTime oldest = found.getObject("oldest", OffsetDateTime.class);
                backlogs.add(
                        new Backlog(
                                found.getString("reader"),
                                found.getLong("waiting"),
                                found.getLong("parked"),
                                oldest == null ? null : oldest.toInstant()));
            }
            return backlogs;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the outbox", e);
        }
    }

    /** The rows that were given up, oldest first. */
    public List<ParkedRow> parked() {
        String sql =
                """
                select id, reader, event, subject, attempts, last_error, parked_at from outbox
                where parked_at is not null order by id limit ?
                """;
        List<ParkedRow> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, SHOWN);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new ParkedRow(
                                    found.getLong("id"),
                                    found.getString("reader"),
                                    found.getString("event"),
                                    found.getObject("subject", UUID.class),
                                    found.getInt("attempts"),
                                    found.getString("last_error"),
                                    found.getObject("parked_at", OffsetDateTime.class)
                                            .toInstant()));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the outbox", e);
        }
    }

    /** Lets a parked row be tried again; says whether there was one. */
    @RolesAllowed("admin")
    public boolean retry(long id) {
        String sql =
                """
                update outbox set parked_at = null, attempts = 0, not_before = now()
                where id = ? and parked_at is not null
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, id);
            boolean found = update.executeUpdate() > 0;
            wakeup.call();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write to the outbox", e);
        }
    }
}
