package io.artifactor.bench;

import io.artifactor.launcher.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Fills the library with SQL in bulk. Every artifact has two versions; contents are shared by up to
 * twenty artifacts, since it is rows that are measured here.
 */
final class Filling {
    static final List<String> READERS =
            List.of("previews", "search-elasticsearch", "search-postgresql", "similarity");
    static final String CHANGED = "artifact.changed";

    private static final int SHARED_BY = 20;
    private static final int WORDS = 140;

    private static final String PLACES =
            """
            create temporary table bench_place as
            select row_number() over () - 1 as n, uuidv7() as id from generate_series(1, ?)
            """;

    private static final List<String> WORKSPACES =
            List.of(
                    """
                    insert into workspace (id, name, personal, owner_id, created_at)
                    select id, 'Team ' || n, false,
                      (select id from app_user where username = 'admin'), now() from bench_place
                    """,
                    """
                    insert into membership (workspace_id, user_id, role, since)
                    select id, (select id from app_user where username = 'bench'), 'editor', now()
                    from bench_place
                    """,
                    """
                    insert into membership (workspace_id, user_id, role, since)
                    select id, (select id from app_user where username = 'admin'), 'owner', now()
                    from bench_place
                    """,
                    """
                    insert into membership (workspace_id, user_id, role, since)
                    select id, (select id from app_user where username = 'guest'), 'viewer', now()
                    from bench_place where n % 2 = 0
                    """);

    private static final String ROWS =
            """
            create temporary table bench_row as
            select r.n, uuidv7() as id, uuidv7() as first, uuidv7() as head, p.id as place,
              b.sha256, b.size, b.title,
              (?::text[])[1 + r.n / 7 % 4] as kind, (?::text[])[1 + r.n / 3 % 5] as language,
              now() - make_interval(secs => 60 * (r.total - r.n)) as at, u.id as owner
            from (select n, count(*) over () as total from generate_series(0, ? - 1) as n) r
            join bench_place p on p.n = r.n % (select count(*) from bench_place)
            join bench_blob b on b.n = r.n % (select count(*) from bench_blob)
            cross join (select id from app_user where username = 'bench') u
            """;

    private static final List<String> ARTIFACTS =
            List.of(
                    "insert into blob (sha256, size) select sha256, size from bench_blob",
                    """
                    insert into artifact (id, workspace_id, owner_id, title, kind, language,
                      media_type, file_name, source, head_id, version_count, size, sha256,
                      created_at, updated_at, revision)
                    select id, place, owner, title || ' ' || n, kind, language, 'text/plain',
                      'file' || n || '.txt', 'api', head, 2, size, sha256, at, at, 2 from bench_row
                    """,
                    """
                    insert into artifact_version (id, artifact_id, branch, number, sha256, size,
                      title, language, media_type, author_id, created_at)
                    select first, id, 'main', 1, sha256, size, title, language, 'text/plain', owner,
                      at from bench_row
                    """,
                    """
                    insert into artifact_version (id, artifact_id, branch, number, parent_id, sha256,
                      size, title, language, media_type, author_id, created_at)
                    select head, id, 'main', 2, first, sha256, size, title, language, 'text/plain',
                      owner, at from bench_row
                    """,
                    """
                    insert into outbox (reader, event, subject)
                    select reader, 'artifact.changed', id
                    from bench_row, unnest(array['search-elasticsearch', 'search-postgresql',
                      'similarity']) reader
                    """,
                    """
                    insert into artifact_grant (artifact_id, grantee_kind, grantee_id, role,
                      granted_by, granted_at)
                    select id, 'user', (select id from app_user where username = 'guest'), 'viewer',
                      owner, now() from bench_row where n % 2 = 1 order by n limit 200
                    """);

    private final Options options;
    private final Path blobs;

    Filling(Options options, Path data) {
        this.options = options;
        blobs = data.resolve("blobs");
    }

    void fill(Endpoint database) throws SQLException, IOException {
        try (Connection connection = Pool.open(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PLACES.replace("?", String.valueOf(options.workspaces())));
            for (String sql : WORKSPACES) {
                statement.execute(sql);
            }
            writeContents(connection);
            try (PreparedStatement rows = connection.prepareStatement(ROWS)) {
                rows.setArray(1, texts(connection, Library.KINDS));
                rows.setArray(2, texts(connection, Library.LANGUAGES));
                rows.setInt(3, options.artifacts());
                rows.execute();
            }
            for (String sql : ARTIFACTS) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private void writeContents(Connection connection) throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(1);
        int count = Math.max(1, options.artifacts() / SHARED_BY);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table bench_blob"
                            + " (n integer, sha256 text, size bigint, title text)");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench_blob values (?, ?, ?, ?)")) {
            for (int n = 0; n < count; n++) {
                byte[] content = Texts.words(random, WORDS).getBytes(StandardCharsets.UTF_8);
                insert.setInt(1, n);
                insert.setString(2, write(content));
                insert.setLong(3, content.length);
                insert.setString(4, Texts.words(random, 4));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Where the product would keep it; says its digest. */
    private String write(byte[] content) throws IOException {
        String hex = HexFormat.of().formatHex(sha256(content));
        Path folder = blobs.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4));
        Files.createDirectories(folder);
        Files.write(folder.resolve(hex), content);
        return hex;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What a member reads, with what is theirs alone and what is everybody's. */
    private static final String SCOPES =
            """
            (select workspace_id as id from membership where user_id = USER
              union all
              select encode(substring(sha256(uuid_send(workspace_id) || uuid_send(user_id))
                from 1 for 16), 'hex')::uuid from membership where user_id = USER
              union all
              select 'ffffffff-ffff-8fff-bfff-ffffffffffff'::uuid) s
            """;

    static Library library(Endpoint database) throws SQLException {
        try (Connection connection = Pool.open(database)) {
            UUID user = ids(connection, "app_user where username = 'bench'").getFirst();
            return new Library(
                    user,
                    ids(connection, "workspace where personal and owner_id = '" + user + "'")
                            .getFirst(),
                    ids(connection, SCOPES.replace("USER", "'" + user + "'")),
                    ids(connection, "artifact where deleted_at is null"));
        }
    }

    private static List<UUID> ids(Connection connection, String from) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + from)) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Returns when all its readers have read all there is. */
    static void awaitIndexes(Endpoint database) throws SQLException, InterruptedException {
        String waiting = "select count(*) from outbox where parked_at is null";
        try (Connection connection = Pool.open(database);
                Statement statement = connection.createStatement()) {
            for (long rows = 1, shown = Long.MAX_VALUE; rows > 0; ) {
                try (ResultSet row = statement.executeQuery(waiting)) {
                    row.next();
                    rows = row.getLong(1);
                }
                if (rows > 0) {
                    if (rows <= shown - 20_000 || shown == Long.MAX_VALUE) {
                        Terminal.say("  " + rows + " rows of the outbox wait");
                        shown = rows;
                    }
                    Terminal.pause(Duration.ofMillis(500));
                }
            }
        }
    }
}
