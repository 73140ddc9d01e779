package io.artifactor.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/**
 * Tells what fails because of the state of the database from what fails because of what was asked.
 */
public final class DatabaseFailures {

    /** Connection lost, server shutting down or starting, and no room or connection left. */
    private static final List<String> PASSING = List.of("08", "57P", "53");

    private DatabaseFailures() {}

    /** Whether the same may go well later, as the driver or the pool tells by kind or by state. */
    public static boolean pass(SQLException e) {
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || isOf(e, PASSING);
    }

    /** Whether the failure is of one of these classes of states. */
    public static boolean isOf(SQLException e, List<String> classes) {
        String state = e.getSQLState();
        return state != null && classes.stream().anyMatch(state::startsWith);
    }
}
