package io.artifactor.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The endpoints' SQL through JDBC and nothing else; every column read is fetched. */
final class BareSql {
    private static final int PAGE = 21;

    private final Pool pool;
    private final Library library;

    BareSql(Pool pool, Library library) {
        this.pool = pool;
        this.library = library;
    }

    void list(SplittableRandom random) throws SQLException, InterruptedException {
        List<Object> tail = new ArrayList<>();
        tail.add("code");
        tail.add(Library.LANGUAGES.get(random.nextInt(Library.LANGUAGES.size())));
        tail.add(0);
        tail.add(PAGE);
        pool.transaction(connection -> {
            List<Object> parameters = new ArrayList<>(List.of(library.user()));
            parameters.addAll(read(connection, Statements.READABLE, library.user()));
            String sql = Statements.list(parameters.size() - 1);
            parameters.addAll(tail);
            if (read(connection, sql, parameters.toArray()).size() != PAGE) {
                throw new SQLException("The list is not full");
            }
        });
    }

    void get(SplittableRandom random) throws SQLException, InterruptedException {
        UUID id = library.artifacts().get(random.nextInt(library.artifacts().size()));
        pool.transaction(connection -> view(connection, id));
    }

    private void view(Connection connection, UUID id) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(library.user(), id));
        parameters.addAll(read(connection, Statements.READABLE, library.user()));
        String sql = Statements.view(parameters.size() - 2);
        if (read(connection, sql, parameters.toArray()).size() != 1) {
            throw new SQLException("The artifact is not there");
        }
    }

    /** Its content is said to be no text: there is no file that could be read for the index. */
    void create(SplittableRandom random) throws SQLException, InterruptedException {
        String title = Texts.words(random, 4);
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        String sha256 = HexFormat.of().formatHex(digest);
        pool.transaction(connection -> insert(connection, title, sha256));
    }

    private void insert(Connection connection, String title, String sha256) throws SQLException {
        UUID id = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID user = library.user();
        UUID place = library.personal();
        String type = "application/octet-stream";
        long size = 1000L;
        read(connection, Statements.PERSONAL, user);
        read(connection, Statements.MEMBERSHIP, user, place);
        read(connection, Statements.CATEGORIES, place);
        write(
                connection,
                Statements.ADD_ARTIFACT,
                "main",
                "",
                "bench.py",
                "code",
                "python",
                type,
                user,
                title,
                place,
                id);
        write(connection, Statements.ADD_BLOB, sha256, size);
        write(
                connection,
                Statements.ADD_VERSION,
                id,
                user,
                "main",
                "python",
                type,
                sha256,
                size,
                title,
                version);
        write(
                connection,
                Statements.ADVANCE,
                "",
                "bench.py",
                version,
                "code",
                "python",
                type,
                sha256,
                size,
                title,
                place,
                id);
        Array subjects = connection.createArrayOf("uuid", new Object[] {id});
        for (String reader : Filling.READERS) {
            write(connection, Statements.OUTBOX, reader, Filling.CHANGED, subjects);
        }
        view(connection, id);
    }

    private static void write(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            if (statement.executeUpdate() != 1) {
                throw new SQLException("Not written: " + sql);
            }
        }
    }

    /** The first column of every row; the others are looked at. */
    private static List<Object> read(Connection connection, String sql, Object... parameters)
            throws SQLException {
        List<Object> first = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                first.add(row.getObject(1));
                for (int i = 2; i <= columns; i++) {
                    row.getObject(i);
                }
            }
        }
        return first;
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Array array) {
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
