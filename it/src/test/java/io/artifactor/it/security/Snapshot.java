package io.artifactor.it.security;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Endpoint;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database holds about some things, to be compared with what it holds later. */
final class Snapshot {

    /** All but logs, queues, and what tells when somebody last came. */
    private static final List<String> TABLES =
            List.of(
                    "artifact",
                    "artifact_version",
                    "artifact_tag",
                    "artifact_grant",
                    "favourite",
                    "folder",
                    "category",
                    "tag",
                    "conversation",
                    "workspace",
                    "membership",
                    "invitation",
                    "user_group",
                    "group_member",
                    "group_mapping",
                    "realm_identity",
                    "app_user",
                    "user_role",
                    "saved_search");

    /** Whose rows may name none of the things, and which nothing adds to by itself. */
    private static final List<String> COUNTED =
            List.of("app_user", "user_group", "group_mapping", "workspace", "saved_search");

    private Snapshot() {}

    /** By table, the rows in which one of the ids stands, and how many rows there are. */
    static Map<String, String> of(Collection<String> ids) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            Array named =
                    connection.createArrayOf(
                            "text", ids.stream().map(id -> "%" + id + "%").toArray());
            for (String table : TABLES) {
                rows.put(table, rows(connection, table, named));
            }
            for (String table : COUNTED) {
                rows.put("number of " + table, count(connection, table));
            }
        }
        return rows;
    }

    private static String rows(Connection connection, String table, Array named)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from "
                                + table
                                + " t where t::text like any(?)")) {
            statement.setArray(1, named);
            return text(statement);
        }
    }

    private static String count(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*)::text from " + table)) {
            return text(statement);
        }
    }

    private static String text(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
