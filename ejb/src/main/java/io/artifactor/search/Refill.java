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

    private static final String READER = "'" + ElasticsearchReader.NAME + "'";

    private static final String EVERYTHING =
            "insert into outbox (reader, event, subject) select "
                    + READER
                    + ", event, id from (select '"
                    + IndexReader.ARTIFACT_CHANGED
                    + "' as event, id from artifact where deleted_at is null union all select '"
                    + IndexReader.CONVERSATION_CHANGED
                    + "', id from conversation where deleted_at is null) as everything"
                    + " where not exists (select from outbox o where o.reader = "
                    + READER
                    + " and o.subject = everything.id and o.parked_at is null)";

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Rows that wait already are not doubled. */
    public void enqueueEverything() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(EVERYTHING)) {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot enqueue everything for the index", e);
        }
    }
}
