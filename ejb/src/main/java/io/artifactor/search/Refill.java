package io.artifactor.search;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts everything there is into the outbox for Elasticsearch, by one statement of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Refill {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Rows that wait already are not doubled. */
    public void enqueueEverything() {
        String sql =
                """
                insert into outbox (reader, event, subject)
                select '%1$s', event, id
                from (select '%2$s' as event, id from artifact where deleted_at is null
                      union all
                      select '%3$s', id from conversation where deleted_at is null) as everything
                where not exists (select from outbox o
                                  where o.reader = '%1$s' and o.subject = everything.id
                                    and o.parked_at is null)
                """
                        .formatted(
                                ElasticsearchReader.NAME,
                                IndexReader.ARTIFACT_CHANGED,
                                IndexReader.CONVERSATION_CHANGED);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot enqueue everything for the index", e);
        }
    }
}
