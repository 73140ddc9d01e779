package io.artifactor.outbox;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
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
    private static final String LIST = "parked";

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

    /** The rows that were given up, oldest first, as many as are shown at once. */
    public List<ParkedRow> parked() {
        return parked(0, SHOWN);
    }

    /** A page of the rows that were given up, oldest first. */
    public Page<ParkedRow> parked(PageRequest request) {
        long behind = request.position(LIST).map(cursor -> cursor.number(0)).orElse(0L);
        List<ParkedRow> rows = parked(behind, request.offset() + request.rows());
        List<ParkedRow> page = rows.subList(Math.min(request.offset(), rows.size()), rows.size());
        Page<ParkedRow> shown = Page.of(page, request, LIST, row -> Cursor.at(row.id()));
        return request.withTotal()
                ? shown.withTotal(backlogs().stream().mapToLong(Backlog::parked).sum())
                : shown;
    }

    private List<ParkedRow> parked(long behind, int limit) {
        String sql =
                """
                select id, reader, event, subject, attempts, last_error, parked_at from outbox
                where parked_at is not null and id > ? order by id limit ?
                """;
        List<ParkedRow> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, behind);
            select.setInt(2, limit);
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

    /** Lets go of a parked row, so that its reader never sees it; says whether there was one. */
    @RolesAllowed("admin")
    public boolean discard(long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "delete from outbox where id = ? and parked_at is not null")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write to the outbox", e);
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
