package io.artifactor.preview;

import io.artifactor.outbox.Outbox;
import io.artifactor.storage.Sha256;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is made and what waits to be. Each call of a maker is a short transaction: none is open
 * while a worker works.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PreviewRows {

    /** After this, search has more to find in the artifact. */
    static final String TEXT_READ = "artifact.text-read";

    /** Raised when results change: those of other makers are made again when asked for. */
    static final int MAKER_VERSION = 1;

    private static final int MOST_ATTEMPTS = 3;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private Outbox outbox;

    /** The preview, which is put in the queue if nobody asked before. */
    public Preview wanted(Sha256 content, PreviewKind kind, String sourceType) {
        return find(content, kind).orElseGet(() -> insert(content, kind, sourceType));
    }

    private Optional<Preview> find(Sha256 content, PreviewKind kind) {
        String sql =
                """
                select state, media_type, body, error from preview
                where sha256 = ? and kind = ? and maker_version = ?
                    and (urgent or state in ('ready', 'failed'))
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            fill(select, content.hex(), kind.id(), MAKER_VERSION);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(preview(row, content, kind)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read previews", e);
        }
    }

    private Preview insert(Sha256 content, PreviewKind kind, String sourceType) {
        // The update that changes nothing but urgency makes the row come back.
        String sql =
                """
                insert into preview as p (sha256, kind, source_type, maker_version, urgent)
                values (?, ?, ?, ?, true)
                on conflict (sha256, kind) do update set
                    urgent = true,
                    maker_version = excluded.maker_version,
                    state = case when p.maker_version = excluded.maker_version then p.state else 'waiting' end,
                    body = case when p.maker_version = excluded.maker_version then p.body end,
                    error = case when p.maker_version = excluded.maker_version then p.error end,
                    attempts = case when p.maker_version = excluded.maker_version then p.attempts else 0 end
                returning p.state, p.media_type, p.body, p.error
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            fill(insert, content.hex(), kind.id(), sourceType, MAKER_VERSION);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return preview(row, content, kind);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask for a preview", e);
        }
    }

    private static Preview preview(ResultSet row, Sha256 content, PreviewKind kind)
            throws SQLException {
        Preview.State state =
                switch (row.getString("state")) {
                    case "ready" -> Preview.State.READY;
                    case "failed" -> Preview.State.FAILED;
                    default -> Preview.State.WAITING;
                };
        String tag = content.hex() + '-' + kind.id() + '-' + MAKER_VERSION;
        return new Preview(
                kind,
                state,
                tag,
                row.getString("media_type"),
                row.getBytes("body"),
                row.getString("error"));
    }

    /** Queues what search and lists show of these artifacts; in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void queue(List<UUID> artifacts) {
        String select =
                """
                select distinct sha256, media_type, file_name from artifact
                where id = any(?) and sha256 is not null and deleted_at is null
                """;
        String insert =
                """
                insert into preview (sha256, kind, source_type, maker_version) values (?, ?, ?, ?)
                on conflict do nothing
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement contents = connection.prepareStatement(select);
                PreparedStatement add = connection.prepareStatement(insert)) {
            contents.setArray(1, connection.createArrayOf("uuid", artifacts.toArray()));
            try (ResultSet row = contents.executeQuery()) {
                while (row.next()) {
                    String type = row.getString("media_type");
                    for (PreviewKind kind : PreviewKind.fitting(type, row.getString("file_name"))) {
                        if (kind.isMadeUnasked()) {
                            fill(add, row.getString("sha256"), kind.id(), type, MAKER_VERSION);
                            add.addBatch();
                        }
                    }
                }
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot queue previews", e);
        }
    }

    /** Takes on the next one, unless there is none; it comes again if nobody finishes it. */
    public Optional<PreviewTask> claim() {
        String sql =
                """
                update preview p set state = 'making', attempts = p.attempts + 1,
                    claimed_until = now() + interval '2 minutes'
                from (select sha256, kind from preview
                      where state in ('waiting', 'making') and claimed_until < now()
                          and attempts < ?
                      order by urgent desc, asked_at limit 1 for update skip locked) next
                where p.sha256 = next.sha256 and p.kind = next.kind
                returning p.sha256, p.kind, p.source_type
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            fill(update, MOST_ATTEMPTS);
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new PreviewTask(
                                        new Sha256(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot take on a preview", e);
        }
    }

    /** Keeps what came out, and tells search where it was text. */
    public void finish(PreviewTask task, WorkerAnswer answer) {
        String sql =
                """
                update preview set state = ?, media_type = ?, body = ?, error = ?, made_at = now()
                where sha256 = ? and kind = ?
                """;
        boolean ready = answer.isReady();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            fill(
                    update,
                    ready ? "ready" : "failed",
                    ready ? answer.mediaType() : null,
                    ready ? answer.body() : null,
                    ready ? null : answer.outcome(),
                    task.content().hex(),
                    task.kind());
            update.executeUpdate();
            if (ready && task.kind().equals(PreviewKind.TEXT.id())) {
                outbox.appendAll(TEXT_READ, holders(connection, task.content()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep a preview", e);
        }
    }

    /** Fails what was taken on too often: whoever makes it ends before it is made. */
    public void giveUp() {
        String sql =
                """
                update preview set state = 'failed', error = 'crashed', made_at = now()
                where state = 'making' and claimed_until < now() and attempts >= ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            fill(update, MOST_ATTEMPTS);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot give up previews", e);
        }
    }

    private static List<UUID> holders(Connection connection, Sha256 content) throws SQLException {
        String sql =
                """
                select distinct a.id from artifact_version v join artifact a on a.id = v.artifact_id
                where v.sha256 = ? and a.sha256 = v.sha256 and a.deleted_at is null
                """;
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            fill(select, content.hex());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
