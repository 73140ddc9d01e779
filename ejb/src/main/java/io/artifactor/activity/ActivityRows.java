package io.artifactor.activity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.artifactor.outbox.OutboxRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes activity over one connection. */
final class ActivityRows {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Connection connection;

    ActivityRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * A subject as it is kept now.
     *
     * @param privateScope of those who alone may read it, if it is private
     */
    record Known(UUID workspace, String title, @Nullable UUID privateScope) {}

    static UUID nextId() {
        return IDS.generate();
    }

    /**
     * The artifacts among them stay as they are until the transaction ends: whoever makes one
     * private would otherwise not find the line that is about to be written, and it would tell of
     * it. Who is doing so is waited for.
     */
    Map<UUID, Known> subjects(Collection<UUID> ids) throws SQLException {
        String sql =
                """
                with held as (
                    select id, workspace_id, title,
                        case visibility when 'private' then reading_scope end as private_scope
                    from artifact where id = any(?) order by id for share)
                select id, workspace_id, title, private_scope from held
                union all
                select id, workspace_id, title, null from conversation where id = any(?)
                union all
                select id, workspace_id, file_name, null from import_run where id = any(?)
                """;
        Map<UUID, Known> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 3; i++) {
                select.setArray(i, connection.createArrayOf("uuid", ids.toArray()));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(
                            row.getObject(1, UUID.class),
                            new Known(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getObject(4, UUID.class)));
                }
            }
        }
        return known;
    }

    /**
     * The last line of each of these people, workspaces and verbs, if it may still grow. One that
     * somebody else is changing does not: to wait for it, with artifacts held, could be in a
     * circle.
     */
    Map<Bursts.Key, Bursts.Burst> open(List<OutboxRow> rows) throws SQLException {
        String sql =
                """
                select workspace_id, actor_id, verb, id, at, until, occurrences, private_scope
                from activity
                where id in (
                    select distinct on (workspace_id, actor_id, verb, private_scope) id
                    from activity
                    where id = burst and actor_id = any(?) and at > ?
                    order by workspace_id, actor_id, verb, private_scope, at desc)
                for update skip locked
                """;
        Instant first = rows.stream().map(OutboxRow::at).min(Instant::compareTo).orElseThrow();
        Map<Bursts.Key, Bursts.Burst> open = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] actors = rows.stream().map(OutboxRow::actor).distinct().toArray();
            select.setArray(1, connection.createArrayOf("uuid", actors));
            select.setObject(2, utc(first.minus(Bursts.WINDOW)), Types.TIMESTAMP_WITH_TIMEZONE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.put(
                            new Bursts.Key(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getObject(8, UUID.class)),
                            new Bursts.Burst(
                                    row.getObject(4, UUID.class),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    row.getInt(7)));
                }
            }
        }
        return open;
    }

    void write(Bursts bursts) throws SQLException {
        insert(bursts.entries());
        String sql = "update activity set occurrences = ?, until = ? where id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Bursts.Burst burst : bursts.changed()) {
                update.setInt(1, burst.occurrences());
                update.setObject(2, utc(burst.until()), Types.TIMESTAMP_WITH_TIMEZONE);
                update.setObject(3, burst.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void insert(List<Bursts.Entry> entries) throws SQLException {
        String sql =
                """
                insert into activity (id, workspace_id, actor_id, verb, subject_type, subject_id,
                    title, at, burst, until, private_scope)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Bursts.Entry entry : entries) {
                OffsetDateTime at = utc(entry.row().at());
                insert.setObject(1, entry.id());
                insert.setObject(2, entry.key().workspace());
                insert.setObject(3, entry.key().actor());
                insert.setString(4, entry.key().verb());
                insert.setString(5, Verb.of(entry.key().verb()).orElseThrow().subjectType());
                insert.setObject(6, entry.row().subject());
                insert.setString(7, entry.title());
                insert.setObject(8, at, Types.TIMESTAMP_WITH_TIMEZONE);
                insert.setObject(9, entry.burst().id());
                insert.setObject(10, at, Types.TIMESTAMP_WITH_TIMEZONE);
                insert.setObject(11, entry.key().privateScope(), Types.OTHER);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
