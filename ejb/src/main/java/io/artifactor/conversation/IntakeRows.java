package io.artifactor.conversation;

import io.artifactor.conversation.IncomingConversation.Look;
import io.artifactor.conversation.IncomingConversation.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes conversations and messages in JDBC batches over one connection. */
final class IntakeRows {

    /** The driver keeps a batch in memory until it is sent. */
    private static final int BATCH_CHARACTERS = 4 << 20;

    private final Connection connection;

    IntakeRows(Connection connection) {
        this.connection = connection;
    }

    void write(List<IncomingConversation> conversations) throws SQLException {
        insert(conversations.stream().filter(IncomingConversation::isNew).toList());
        update(conversations.stream().filter(it -> !it.isNew()).toList());
        writeMessages(conversations);
    }

    private void insert(List<IncomingConversation> conversations) throws SQLException {
        String sql =
                """
                insert into conversation (title, model, fingerprint, message_count, created_at,
                    updated_at, id, workspace_id, source, source_id, imported_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now())
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (IncomingConversation conversation : conversations) {
                Origin origin = conversation.origin();
                setLook(insert, conversation);
                insert.setObject(7, conversation.id().value());
                insert.setObject(8, origin.workspace().value());
                insert.setString(9, origin.source());
                insert.setString(10, origin.sourceId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void update(List<IncomingConversation> conversations) throws SQLException {
        String sql =
                """
                update conversation set title = ?, model = ?, fingerprint = ?, message_count = ?,
                    created_at = ?, updated_at = ?, imported_at = now(), changed_at = now(),
                    revision = revision + 1
                where id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (IncomingConversation conversation : conversations) {
                setLook(update, conversation);
                update.setObject(7, conversation.id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void setLook(PreparedStatement statement, IncomingConversation conversation)
            throws SQLException {
        Look look = conversation.look();
        statement.setString(1, look.title());
        statement.setString(2, look.model());
        statement.setString(3, look.fingerprint());
        statement.setInt(4, conversation.messageCount());
        statement.setObject(5, utc(look.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(6, utc(look.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private void writeMessages(List<IncomingConversation> conversations) throws SQLException {
        String sql =
                """
                insert into message as kept (id, conversation_id, source_id, parent_source_id,
                    position, on_active_path, sender, model, body, sent_at, hidden, unknown_blocks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (conversation_id, source_id) do update set
                    parent_source_id = excluded.parent_source_id, position = excluded.position,
                    on_active_path = excluded.on_active_path, sender = excluded.sender,
                    model = excluded.model, body = excluded.body, sent_at = excluded.sent_at,
                    hidden = excluded.hidden, unknown_blocks = excluded.unknown_blocks
                where (kept.position, kept.on_active_path, kept.body, kept.hidden, kept.sender)
                    is distinct from (excluded.position, excluded.on_active_path, excluded.body,
                        excluded.hidden, excluded.sender)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            long characters = 0;
            for (IncomingConversation conversation : conversations) {
                for (IncomingMessage message : conversation.messages()) {
                    set(insert, conversation.id().value(), message);
                    insert.addBatch();
                    characters += message.body().length();
                    if (characters > BATCH_CHARACTERS) {
                        insert.executeBatch();
                        characters = 0;
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, UUID conversation, IncomingMessage message)
            throws SQLException {
        insert.setObject(1, message.id());
        insert.setObject(2, conversation);
        insert.setString(3, message.sourceId());
        insert.setString(4, message.place().parentSourceId());
        insert.setInt(5, message.place().position());
        insert.setBoolean(6, message.place().onActivePath());
        insert.setString(7, message.sender());
        insert.setString(8, message.model());
        insert.setString(9, message.body());
        insert.setObject(10, utc(message.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setBoolean(11, message.hidden());
        insert.setString(12, message.unknownBlocks());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
