package io.artifactor.it.importing;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user's library holds by the rows of the database, told as {@link Answers} are: for
 * thousands of artifacts, of which the interface would have to be asked one by one.
 */
final class StoredRows {

    private StoredRows() {}

    static List<String> conversations(TestingUser user) {
        return lines(
                user,
                """
                select c.source || ':' || c.source_id || ' "' || c.title || '" ' || c.message_count
                from conversation c
                join workspace w on w.id = c.workspace_id
                join app_user u on u.id = w.owner_id
                where u.username = ?
                """);
    }

    /** Messages that are there, whatever their conversation counts. */
    static long messages(TestingUser user) {
        return Long.parseLong(
                lines(
                                user,
                                """
                                select count(*)::text from message m
                                join conversation c on c.id = m.conversation_id
                                join workspace w on w.id = c.workspace_id
                                join app_user u on u.id = w.owner_id
                                where u.username = ?
                                """)
                        .getFirst());
    }

    static List<String> versions(TestingUser user) {
        return lines(
                user,
                """
                select k.key || ' ' || substr(a.source_key, length(k.key) + 2) || ' ' || v.branch
                    || ' ' || v.number || ' ' || v.sha256
                    || case when v.problem is null then '' else ' broken' end
                    || ' in ' || m.source_id
                from artifact_version v
                join artifact a on a.id = v.artifact_id
                join app_user u on u.id = a.owner_id
                join conversation c on c.id = a.conversation_id
                cross join lateral (select c.source || ':' || c.source_id as key) k
                left join message m on m.id = v.message_id
                where u.username = ?
                """);
    }

    private static List<String> lines(TestingUser user, String sql) {
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, user.username());
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            lines.sort(null);
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
