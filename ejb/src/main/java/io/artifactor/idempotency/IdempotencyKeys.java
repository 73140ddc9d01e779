package io.artifactor.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The door to keys. Each call is a transaction of its own: that a key is taken must be seen by
 * others before the request does anything.
 */
@Stateless
public class IdempotencyKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Takes the key, unless a request had it within a day. */
    public Taking take(RequestKey key) {
        String sql =
                """
                insert into idempotency_key as k (user_id, key, request, state, created_at)
                values (?, ?, ?, 'working', clock_timestamp())
                on conflict (user_id, key) do update set request = excluded.request,
                    state = 'working', fingerprint = null, body_size = null, status = null,
                    headers = null, body = null, created_at = excluded.created_at
                where k.created_at < clock_timestamp() - interval '24 hours'
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, key.user().value());
            insert.setString(2, key.key());
            insert.setString(3, key.request());
            return insert.executeUpdate() == 1 ? new Taking.Taken() : known(connection, key);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot take an idempotency key", e);
        }
    }

    private static Taking known(Connection connection, RequestKey key) throws SQLException {
        String sql =
                """
                select request, state, fingerprint, body_size, status, headers::text, body
                from idempotency_key where user_id = ? and key = ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, key.user().value());
            select.setString(2, key.key());
            try (ResultSet row = select.executeQuery()) {
                // Gone in between: whoever had it could not finish; the client asks again soon.
                return row.next() ? known(row, key) : new Taking.AtWork();
            }
        }
    }

    private static Taking known(ResultSet row, RequestKey key) throws SQLException {
        String request = row.getString("request");
        if (!request.equals(key.request())) {
            return new Taking.Elsewhere(request);
        }
        if (row.getString("state").equals("working")) {
            return new Taking.AtWork();
        }
        return new Taking.Answered(
                new KeptAnswer(
                        row.getBytes("fingerprint"),
                        row.getLong("body_size"),
                        row.getInt("status"),
                        headers(row.getString("headers")),
                        row.getBytes("body")));
    }

    /** Keeps the answer of the request that took the key. */
    public void keep(RequestKey key, KeptAnswer answer) {
        String sql =
                """
                update idempotency_key set state = 'done', fingerprint = ?, body_size = ?,
                    status = ?, headers = ?::jsonb, body = ?
                where user_id = ? and key = ? and state = 'working'
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, answer.fingerprint());
            update.setLong(2, answer.bodySize());
            update.setInt(3, answer.status());
            update.setString(4, text(answer.headers()));
            update.setBytes(5, answer.body());
            update.setObject(6, key.user().value());
            update.setString(7, key.key());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep the answer to an idempotency key", e);
        }
    }

    /** Gives the key back, because its request came to nothing. */
    public void forget(RequestKey key) {
        String sql =
                "delete from idempotency_key where user_id = ? and key = ? and state = 'working'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, key.user().value());
            delete.setString(2, key.key());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot forget an idempotency key", e);
        }
    }

    /** Removes what is older than a day. */
    public void sweep() {
        String sql =
                """
                delete from idempotency_key
                where created_at < clock_timestamp() - interval '24 hours'
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot sweep idempotency keys", e);
        }
    }

    private static String text(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    private static Map<String, String> headers(String text) {
        try {
            return JSON.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headers of a kept answer cannot be read", e);
        }
    }
}
