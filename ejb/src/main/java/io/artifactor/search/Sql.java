package io.artifactor.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement that is put together with its values beside it. Used by one thread. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a piece, with a value for each of its question marks. */
    Sql add(String piece, @Nullable Object... pieceValues) {
        text.append(piece);
        for (Object value : pieceValues) {
            values.add(value);
        }
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            for (int i = 0; i < values.size(); i++) {
                bind(connection, statement, i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.OTHER);
            case Collection<?> texts ->
                    statement.setArray(place, connection.createArrayOf("text", texts.toArray()));
            case Instant time -> statement.setObject(place, time.atOffset(ZoneOffset.UTC));
            case UUID id -> statement.setObject(place, id);
            case String string -> statement.setString(place, string);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            default -> throw new IllegalArgumentException("A value of " + value.getClass());
        }
    }
}
