package io.artifactor.search;

import io.artifactor.outbox.ReaderLock;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Sees to it that Elasticsearch's index is the one the database has filled, and makes it anew where
 * it is not: missing, emptied, older than the database or newer, or of another mapping.
 *
 * <p>The index is made anew under the lock of its reader and before the transaction ends that puts
 * everything into the outbox. So nothing is delivered to the index that goes, and a crash in
 * between leaves marks that differ: it is done again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class Refill {

    private static final Logger LOG = Logger.getLogger(Refill.class.getName());

    private static final String COUNTS =
            """
            select (select count(*) from artifact where deleted_at is null)
                   + (select count(*) from conversation where deleted_at is null) as there,
                   count(distinct subject) filter (where attempts > 0) as refused,
                   count(*) filter (where attempts = 0) as waiting
            from outbox where reader = ?
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private ElasticsearchStore store;

    @Inject private ElasticsearchGate gate;

    /** How the number of documents compares with the database. */
    enum Count {
        AS_IT_SHOULD_BE,
        DIFFERENT,
        EMPTY
    }

    /** Makes the index anew where it has to be; says whether everything is in it. */
    public boolean keep() {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Fill> fill = Fill.read(connection);
            if (isTheOne(fill)) {
                refreshMark(connection);
                return fill.orElseThrow().filled() || finish(connection, 0);
            }
            if (!ReaderLock.take(connection, ElasticsearchReader.NAME)) {
                return false;
            }
            Optional<Fill> now = Fill.read(connection);
            if (!now.equals(fill) && isTheOne(now)) {
                return now.orElseThrow().filled();
            }
            LOG.info("The index of Elasticsearch is not the one that was filled; it is made anew.");
            return makeAnew(connection, false);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot see whether the index is filled", e);
        }
    }

    /** Whether everything is in the index, once the rows up to the given one are read. */
    public boolean isFilled(long lastRead) {
        try (Connection connection = dataSource.getConnection()) {
            return finish(connection, lastRead);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot see whether the index is filled", e);
        }
    }

    /** Compares the number of documents, unless some are on their way. */
    public Count count() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setString(1, ElasticsearchReader.NAME);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long there = row.getLong("there");
                long least = there - row.getLong("refused");
                if (row.getLong("waiting") > 0) {
                    return Count.AS_IT_SHOULD_BE;
                }
                long indexed = store.count();
                if (indexed == 0 && least > 0) {
                    return Count.EMPTY;
                }
                return indexed < least || indexed > there ? Count.DIFFERENT : Count.AS_IT_SHOULD_BE;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot count what should be in the index", e);
        }
    }

    /**
     * Makes the index anew for its number of documents. Not for a mere difference twice within the
     * hour: if it did not help once it will not, and it costs.
     */
    public boolean makeAnewAsCounted(Count count) {
        try (Connection connection = dataSource.getConnection()) {
            if (count == Count.DIFFERENT && Fill.wasCounted(connection)) {
                return true;
            }
            if (!ReaderLock.take(connection, ElasticsearchReader.NAME)) {
                return false;
            }
            LOG.log(
                    Level.WARNING,
                    "The index of Elasticsearch is {0}; it is made anew.",
                    count == Count.EMPTY
                            ? "empty"
                            : "not of as many documents as there are things");
            return makeAnew(connection, count == Count.DIFFERENT);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot fill the index again", e);
        }
    }

    private boolean isTheOne(Optional<Fill> fill) {
        return store.mark()
                .filter(ElasticsearchSchema::isOfThisMapping)
                .filter(mark -> fill.filter(it -> it.isMarked(mark)).isPresent())
                .isPresent();
    }

    private boolean makeAnew(Connection connection, boolean counted) throws SQLException {
        gate.isComplete(false);
        String mark = ElasticsearchSchema.newMark();
        Fill.begin(connection, mark, counted);
        store.makeAnew(mark);
        return finish(connection, 0);
    }

    /** What was put last is found a second later only; nobody is to search before that. */
    private boolean finish(Connection connection, long lastRead) throws SQLException {
        if (Fill.read(connection).filter(Fill::filled).isPresent()) {
            return true;
        }
        boolean finished = Fill.finish(connection, lastRead);
        if (finished) {
            store.refresh();
        }
        return finished;
    }

    /** A mark that changes tells an index, or a database, that was put back to an older state. */
    private void refreshMark(Connection connection) throws SQLException {
        String mark = ElasticsearchSchema.newMark();
        if (Fill.remark(connection, mark)) {
            store.remark(mark);
            LOG.log(Level.FINE, "The index has the mark {0}", mark);
        }
    }
}
