package io.artifactor.activity;

import io.artifactor.outbox.OutboxReader;
import io.artifactor.outbox.OutboxRow;
import io.artifactor.outbox.RefusedSubject;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes what happened, a batch at a time, in a number of statements that does not depend on how
 * much it is. It writes in the transaction that deletes the rows it read, so each is written once.
 */
@ApplicationScoped
public class ActivityReader implements OutboxReader {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Set<String> events() {
        return Verb.events();
    }

    @Override
    public List<RefusedSubject> read(List<OutboxRow> rows) {
        List<OutboxRow> told =
                rows.stream()
                        .filter(row -> row.actor() != null && Verb.of(row.event()).isPresent())
                        .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            ActivityRows table = new ActivityRows(connection);
            Map<UUID, ActivityRows.Known> subjects =
                    table.subjects(told.stream().map(OutboxRow::subject).toList());
            Bursts bursts = new Bursts(table.open(told));
            for (OutboxRow row : told) {
                ActivityRows.Known subject = subjects.get(row.subject());
                // What is gone for good leaves no trace here either.
                if (subject != null) {
                    bursts.add(row, subject);
                }
            }
            table.write(bursts);
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("Activity cannot be written", e);
        }
    }
}
