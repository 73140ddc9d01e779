package io.artifactor.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of how Elasticsearch was filled.
 *
 * @param mark what the index carries if it is the one that was filled
 * @param nextMark what it carries as soon as the one that was built anew is in use
 * @param filled whether everything was put into it
 */
record Fill(String mark, Optional<String> nextMark, boolean filled) {

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

    private static final String BEGIN =
            "insert into search_fill (reader, mark, until_id, counted_at) select "
                    + READER
                    + ", ?, coalesce(max(id), 0), case when ? then now() end"
                    + " from outbox where reader = "
                    + READER
                    + " on conflict (reader) do update set mark = excluded.mark,"
                    + " until_id = excluded.until_id, marked_at = now(), next_mark = null,"
                    + " counted_at = coalesce(excluded.counted_at, search_fill.counted_at)";

    private static final String FINISH =
            "update search_fill f set until_id = null where f.reader = "
                    + READER
                    + " and f.until_id is not null and not exists (select from outbox o"
                    + " where o.reader = f.reader and o.id > ? and o.id <= f.until_id"
                    + " and o.attempts = 0 and o.parked_at is null)";

    static Optional<Fill> read(Connection connection) throws SQLException {
        String sql =
                "select mark, next_mark, until_id is null as filled from search_fill where reader = "
                        + READER;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Fill(
                                    row.getString("mark"),
                                    Optional.ofNullable(row.getString("next_mark")),
                                    row.getBoolean("filled")))
                    : Optional.empty();
        }
    }

    /** Puts everything there is into the outbox; rows that wait already are not doubled. */
    static void begin(Connection connection, String mark, boolean counted) throws SQLException {
        try (PreparedStatement everything = connection.prepareStatement(EVERYTHING);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            everything.executeUpdate();
            begin.setString(1, mark);
            begin.setBoolean(2, counted);
            begin.executeUpdate();
        }
    }

    /** Ends the filling if all its rows were tried, those up to the given one among them. */
    static boolean finish(Connection connection, long lastRead) throws SQLException {
        try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            finish.setLong(1, lastRead);
            return finish.executeUpdate() > 0;
        }
    }

    /** Says which mark the index is about to have, while it still may have the one it has. */
    static Sql expect(@Nullable String mark) {
        return new Sql().add("update search_fill set next_mark = ? where reader = " + READER, mark);
    }

    /** The index has that mark from now on. */
    static Sql settle(String mark) {
        return new Sql()
                .add("update search_fill set mark = ?, next_mark = null, marked_at = now()", mark)
                .add(" where reader = " + READER);
    }

    /** Whether the index with that mark is the one that was filled. */
    boolean isMarked(String found) {
        return found.equals(mark) || nextMark.filter(found::equals).isPresent();
    }

    /** Changes the mark where it is older than an hour; says whether it did. */
    static boolean remark(Connection connection, String mark) throws SQLException {
        String sql =
                "update search_fill set mark = ?, marked_at = now() where reader = "
                        + READER
                        + " and until_id is null and next_mark is null and marked_at < now() - interval '1 hour'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, mark);
            return update.executeUpdate() > 0;
        }
    }

    /** Whether the index was made anew because of its number of documents within the hour. */
    static boolean wasCounted(Connection connection) throws SQLException {
        String sql =
                "select from search_fill where reader = "
                        + READER
                        + " and counted_at > now() - interval '1 hour'";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }
}
