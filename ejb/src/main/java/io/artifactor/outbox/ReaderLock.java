package io.artifactor.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes it one node at a time that serves a reader, or does something to the reader's store. */
public final class ReaderLock {

    private ReaderLock() {}

    /** Takes the lock until the transaction ends, unless another node has it; does not wait. */
    public static boolean take(Connection connection, String reader) throws SQLException {
        String sql = "select pg_try_advisory_xact_lock(hashtextextended('outbox:' || ?, 0))";
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, reader);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
