package io.artifactor.it.artifact;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows that would take a test too long to make over HTTP, or that only an import makes. */
public final class Rows {

    private Rows() {}

    /** Sends statements of one transaction to the database, each with the same parameters. */
    public static void execute(String statements, Object... parameters) throws SQLException {
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            for (String sql : statements.split(";")) {
                if (!sql.isBlank()) {
                    execute(connection, sql, parameters);
                }
            }
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** Lets the artifact have come so many days ago. */
    public static void age(String artifact, int days) throws SQLException {
        UUID id = UUID.fromString(artifact);
        execute(
                "update artifact set created_at = now() - interval '1 day' * "
                        + days
                        + " where id = ?",
                id);
        tellIndexes(id);
    }

    /** What is changed past the product is brought to the indexes, as the product would. */
    public static void tellIndexes(UUID artifact) throws SQLException {
        execute(
                "insert into outbox (reader, event, subject)"
                        + " select reader, 'artifact.changed', ?::uuid"
                        + " from unnest(array['search-elasticsearch', 'search-postgresql'])"
                        + " as r (reader)",
                artifact);
    }

    /** What is public shows in every user's lists, whose contents other tests know. */
    public static void leaveNothingPublic() throws SQLException {
        execute(
                """
                with shared as (
                    update artifact set visibility = 'shared', source_key = null
                    where visibility = 'public' returning id)
                insert into outbox (reader, event, subject)
                    select reader, 'artifact.changed', id
                    from shared, unnest(array['search-elasticsearch', 'search-postgresql'])
                        as r (reader)
                """);
    }

    /** The number the statement finds. */
    public static long count(String sql, Object... parameters) throws SQLException {
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Copies each artifact of the user, with its version, so many times. */
    public static void multiplyArtifactsOf(TestingUser user, int times) throws SQLException {
        execute(
                """
                create temporary table copy as
                    select a.id as original, gen_random_uuid() as id, gen_random_uuid() as head
                    from artifact a join app_user u on u.id = a.owner_id, generate_series(1, %d)
                    where u.username = ?;
                insert into artifact (id, workspace_id, owner_id, title, kind, media_type,
                        file_name, source, head_id, version_count, size, sha256, created_at,
                        updated_at)
                    select c.id, workspace_id, owner_id, title, kind, media_type, file_name,
                        source, c.head, version_count, size, sha256, created_at, updated_at
                    from artifact a join copy c on c.original = a.id;
                insert into artifact_version (id, artifact_id, branch, number, sha256, size,
                        title, media_type, author_id, created_at)
                    select c.head, c.id, branch, number, sha256, size, title, media_type,
                        author_id, created_at
                    from artifact_version v join copy c on c.original = v.artifact_id;
                drop table copy
                """
                        .formatted(times),
                user.username());
    }
}
