package io.artifactor.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where features say what happened, inside of the transaction in which it happened. Safe for all
 * threads.
 */
@ApplicationScoped
public class Outbox {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject @Any private Instance<OutboxReader> readers;

    @Inject private Wakeup wakeup;

    private Map<String, List<String>> readersOf = Map.of();

    @PostConstruct
    void learnReaders() {
        Map<String, List<String>> byEvent = new TreeMap<>();
        for (OutboxReader reader : readers) {
            for (String event : reader.events()) {
                byEvent.computeIfAbsent(event, none -> new ArrayList<>()).add(reader.name());
            }
        }
        readersOf = Map.copyOf(byEvent);
    }

    /** Says that {@code event} happened to one thing. */
    public void append(String event, UUID subject) {
        appendAll(event, List.of(subject));
    }

    /** Says that {@code actor}, a user, did this to one thing. */
    public void append(String event, UUID subject, UUID actor) {
        appendAll(event, List.of(subject), actor);
    }

    /** Says that {@code event} happened to all of these; one statement. */
    public void appendAll(String event, Collection<UUID> subjects) {
        appendAll(event, subjects, null);
    }

    /** Says that {@code actor}, if somebody is named, did this to all of these. */
    public void appendAll(String event, Collection<UUID> subjects, @Nullable UUID actor) {
        List<String> interested = readersOf.getOrDefault(event, List.of());
        if (subjects.isEmpty() || interested.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, interested, event, new LinkedHashSet<>(subjects), actor);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write to the outbox", e);
        }
        wakeup.afterCommit(transactions);
    }

    private static void insert(
            Connection connection,
            List<String> interested,
            String event,
            Set<UUID> subjects,
            @Nullable UUID actor)
            throws SQLException {
        String sql =
                """
                insert into outbox (reader, event, actor, subject)
                select reader, ?, ?, subject
                from unnest(?) as r (reader), unnest(?) with ordinality as s (subject, place)
                order by reader, place
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, event);
            insert.setObject(2, actor, Types.OTHER);
            insert.setArray(3, connection.createArrayOf("text", interested.toArray()));
            insert.setArray(4, connection.createArrayOf("uuid", subjects.toArray()));
            insert.executeUpdate();
        }
    }
}
