package io.artifactor.conversation;

import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes conversations with their messages in by the hundred, in a number of statements that does
 * not depend on how many there are; part of the caller's transaction and without a permission check
 * of its own, so for features with a door of theirs, not for edges.
 *
 * <p>JDBC and not the entities, because a bulk of rows must neither fill a persistence context nor
 * be read row by row.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ConversationIntake {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private Outbox outbox;

    /** What is kept of one source under these ids of that source, deleted ones included. */
    public Map<String, KnownConversation> known(
            WorkspaceId workspace, String source, Collection<String> sourceIds) {
        if (sourceIds.isEmpty()) {
            return Map.of();
        }
        String sql =
                """
                select source_id, id, fingerprint, deleted_at is not null
                from conversation where workspace_id = ? and source = ? and source_id = any(?)
                """;
        Map<String, KnownConversation> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace.value());
            select.setString(2, source);
            select.setArray(3, connection.createArrayOf("text", sourceIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            rows.getString(1),
                            new KnownConversation(
                                    new ConversationId(rows.getObject(2, UUID.class)),
                                    Optional.ofNullable(rows.getString(3)),
                                    rows.getBoolean(4)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Known conversations cannot be read.", e);
        }
    }

    /** The ids of the messages kept of these conversations, by their ids in the source. */
    public Map<ConversationId, Map<String, UUID>> knownMessages(
            Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        String sql =
                "select conversation_id, source_id, id from message where conversation_id = any(?)";
        Object[] ids = conversations.stream().map(ConversationId::value).toArray();
        Map<ConversationId, Map<String, UUID>> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ConversationId of = new ConversationId(rows.getObject(1, UUID.class));
                    known.computeIfAbsent(of, id -> new HashMap<>())
                            .put(rows.getString(2), rows.getObject(3, UUID.class));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Known messages cannot be read.", e);
        }
    }

    /** Writes the rows of the conversations and their messages, and tells the outbox. */
    public void store(List<IncomingConversation> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            new IntakeRows(connection).write(conversations);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Conversations cannot be written.", e);
        }
        outbox.appendAll(
                "conversation.changed", conversations.stream().map(it -> it.id().value()).toList());
    }
}
