package io.artifactor.bench;

import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Open connections, handed out and taken back; as many as there are threads. */
final class Pool implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free;

    /** What is done with a connection in one transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    Pool(Endpoint database, int size) throws SQLException {
        free = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            Connection connection = open(database);
            connection.setAutoCommit(false);
            all.add(connection);
            free.add(connection);
        }
    }

    static Connection open(Endpoint database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "artifactor-bench");
        return DriverManager.getConnection(database.url(), properties);
    }

    void transaction(Work work) throws SQLException, InterruptedException {
        Connection connection = free.take();
        try {
            work.on(connection);
            connection.commit();
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
