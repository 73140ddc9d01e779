package io.artifactor.it.security;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Things made as rows, each new: over HTTP thousands of them would take too long. They are there
 * after {@link #write}.
 */
class NewRows {

    private final List<String> statements = new ArrayList<>();

    final void add(String statement) {
        statements.add(statement);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    String insert(String into, String values, String other) {
        String id = id();
        insert(into, values.formatted(id, other));
        return id;
    }

    void insert(String into, String values) {
        statements.add("insert into " + into + " values (" + values + ")");
    }

    /** Makes what was asked for so far. */
    final void write() throws SQLException {
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement batch = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String statement : statements) {
                batch.addBatch(statement);
            }
            batch.executeBatch();
            connection.commit();
        }
        statements.clear();
    }
}
