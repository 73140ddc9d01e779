package io.artifactor.it.identity;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The audit log as somebody changed it who owns the database; as it was, after closing. */
final class Tampered implements AutoCloseable {

    private static final String OFF =
            """
            alter table audit_entry disable trigger user;
            alter table audit_link disable trigger user;
            """;
    private static final String ON = OFF.replace("disable", "enable");

    private static final String KEEP =
            """
            create temp table kept_entry as select * from audit_entry where id = %1$d;
            create temp table kept_link as select * from audit_link where entry_id = %1$d;
            create temp table kept_lane as select * from audit_lane;
            """;

    private static final String GIVE_BACK =
            """
            delete from audit_entry where id in (select id from kept_entry);
            delete from audit_link where entry_id in (select entry_id from kept_link);
            insert into audit_entry overriding system value select * from kept_entry;
            insert into audit_link select * from kept_link;
            update audit_lane set position = k.position, hash = k.hash
            from kept_lane k where k.lane = audit_lane.lane;
            """;

    private final Connection connection;

    /**
     * @param change a statement; {@code %d} in it becomes the number of the last line
     */
    Tampered(String change) throws SQLException {
        connection = connect();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long line = lastLine(statement);
            statement.execute(KEEP.formatted(line));
            // Off for this transaction only: nobody else writes a line that is not bound.
            statement.execute(OFF + change.formatted(line) + ";" + ON);
            connection.commit();
        }
    }

    /** Tries the statement as it is. */
    static void attempt(String change) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(OFF + GIVE_BACK + ON);
            connection.commit();
        }
    }

    private static long lastLine(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select max(entry_id) from audit_link")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        Endpoint database = RunningServer.stack().database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
