package io.artifactor.bench;

import io.artifactor.launcher.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows of the last import, written once more by the fastest way PostgreSQL has: COPY, in one
 * transaction, into empty tables with the same indexes. No reading of the file, no content in the
 * store, no outbox.
 */
final class BareRows {
    private static final String RUN =
            "(select id from import_run where state = 'completed' order by ended_at desc limit 1)";
    private static final List<Table> TABLES =
            List.of(
                    new Table(
                            "conversation",
                            "imported_at >= (select started_at from import_run where id = %s)"
                                    .formatted(RUN)),
                    new Table("message", "conversation_id in (select id from last_conversation)"),
                    new Table("artifact", "conversation_id in (select id from last_conversation)"),
                    new Table("artifact_version", "artifact_id in (select id from last_artifact)"),
                    new Table("import_item", "import_id = " + RUN));

    private final Endpoint database;

    BareRows(Endpoint database) {
        this.database = database;
    }

    private record Table(String name, String condition) {}

    /** Seconds to write the rows. They are not kept. */
    double seconds() throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> columns = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (Table table : TABLES) {
                columns.add(columns(table, statement));
                contents.add(rows(table, columns.getLast(), statement, copy));
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            for (int i = 0; i < contents.size(); i++) {
                copy.copyIn(
                        "copy bare_%s (%s) from stdin"
                                .formatted(TABLES.get(i).name(), columns.get(i)),
                        new ByteArrayInputStream(contents.get(i)));
            }
            connection.commit();
            long elapsed = System.nanoTime() - begun;
            connection.setAutoCommit(true);
            for (Table table : TABLES) {
                statement.execute("drop table bare_" + table.name());
            }
            return elapsed / 1e9;
        }
    }

    /** Those that are written; what PostgreSQL generates itself cannot be. */
    private static String columns(Table table, Statement statement) throws SQLException {
        String query =
                """
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                  and attgenerated = ''
                """;
        try (ResultSet result = statement.executeQuery(query.formatted(table.name()))) {
            result.next();
            return result.getString(1);
        }
    }

    private static byte[] rows(Table table, String columns, Statement statement, CopyManager copy)
            throws SQLException, IOException {
        statement.execute(
                "create temporary table last_%1$s as select * from %1$s where %2$s"
                        .formatted(table.name(), table.condition()));
        statement.execute(
                "create table bare_%1$s (like %1$s including all)".formatted(table.name()));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy.copyOut("copy last_%s (%s) to stdout".formatted(table.name(), columns), rows);
        return rows.toByteArray();
    }
}
