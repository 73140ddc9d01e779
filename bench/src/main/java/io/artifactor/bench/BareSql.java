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
    private static final String FILE = "bench.py";
    private static final String KIND = "code";
    private static final String LANGUAGE = "python";

    /** Says that the content is no text. */
    private static final String TYPE = "application/octet-stream";

    private static final long SIZE = 1000;

    private final Pool pool;
    private final Library library;

    BareSql(Pool pool, Library library) {
        this.pool = pool;
        this.library = library;
    }

    void list(SplittableRandom random) throws SQLException, InterruptedException {
        String language = Library.LANGUAGES.get(random.nextInt(Library.LANGUAGES.size()));
        pool.transaction(connection -> {
            List<Object> found =
                    read(
                            connection,
                            Statements.LIST,
                            library.user(),
                            readable(connection),
                            KIND,
                            language,
                            0,
                            PAGE);
            if (found.size() != PAGE) {
                throw new SQLException("The list is not full");
            }
        });
    }

    void get(SplittableRandom random) throws SQLException, InterruptedException {
        UUID id = library.artifacts().get(random.nextInt(library.artifacts().size()));
        pool.transaction(connection -> view(connection, id));
    }

    private void view(Connection connection, UUID id) throws SQLException {
        if (read(connection, Statements.GET, library.user(), id, readable(connection)).size()
                != 1) {
            throw new SQLException("The artifact is not there");
        }
    }

    /** Remembered, as the product remembers them. */
    private Array readable(Connection connection) throws SQLException {
        return connection.createArrayOf("uuid", library.readable().toArray());
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
        read(connection, Statements.MEMBERSHIP, user, place);
        insertRows(connection, new Added(id, version, title, sha256));
        Array subjects = connection.createArrayOf("uuid", new Object[] {id});
        Array activity = connection.createArrayOf("text", new Object[] {"activity"});
        Array readers = connection.createArrayOf("text", Filling.READERS.toArray());
        writeRows(connection, Statements.OUTBOX, 1, "artifact.added", user, activity, subjects);
        writeRows(
                connection,
                Statements.OUTBOX,
                Filling.READERS.size(),
                Filling.CHANGED,
                user,
                readers,
                subjects);
        view(connection, id);
        Array holders = connection.createArrayOf("uuid", new Object[] {user, place});
        writeRows(connection, Statements.BOOK, 2, holders, SIZE);
    }

    /** What differs between two artifacts that are made. */
    private record Added(UUID id, UUID version, String title, String sha256) {}

    private void insertRows(Connection connection, Added added) throws SQLException {
        UUID user = library.user();
        UUID place = library.personal();
        Object[] artifact = {
            "main", "", FILE, KIND, LANGUAGE, TYPE, user, added.title(), place, added.id()
        };
        Object[] version = {
            added.id(),
            user,
            "main",
            LANGUAGE,
            TYPE,
            added.sha256(),
            SIZE,
            added.title(),
            added.version()
        };
        Object[] advanced = {
            "",
            FILE,
            added.version(),
            KIND,
            LANGUAGE,
            TYPE,
            added.sha256(),
            SIZE,
            added.title(),
            place,
            added.id()
        };
        write(connection, Statements.ADD_ARTIFACT, artifact);
        write(connection, Statements.ADD_BLOB, added.sha256(), SIZE);
        write(connection, Statements.ADD_VERSION, version);
        write(connection, Statements.ADVANCE, advanced);
    }

    private static void write(Connection connection, String sql, Object... parameters)
            throws SQLException {
        writeRows(connection, sql, 1, parameters);
    }

    private static void writeRows(Connection connection, String sql, int rows, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            if (statement.executeUpdate() != rows) {
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
