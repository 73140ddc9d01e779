package io.artifactor.capture;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What was captured before; takes part in the transaction of the door. Safe for all threads. */
@ApplicationScoped
class CapturedRows {

    private static final int MOST_SEEN = 2_000;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Makes captures of one user take turns until the transaction ends. */
    void lock(UserId user) {
        String sql = "select pg_advisory_xact_lock(hashtextextended('capture:' || ?, 0))";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, user.toString());
            lock.execute();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Which of the contents were captured before, and the artifacts they belong to. */
    Map<SeenContent.Key, SeenContent.Owner> owners(UserId user, Collection<Piece> pieces) {
        String sql =
                """
                select c.conversation, c.sha256,
                    case when known_to(c.user_id, a.visibility, a.workspace_id, a.owner_id) then a.id end
                from captured c left join artifact a on a.id = c.artifact_id
                join unnest(?, ?) as p (conversation, sha256)
                    on p.conversation = c.conversation and p.sha256 = c.sha256
                where c.user_id = ?
                """;
        Map<SeenContent.Key, SeenContent.Owner> owners = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, texts(connection, pieces.stream().map(Piece::conversation)));
            select.setArray(2, texts(connection, pieces.stream().map(it -> it.digest().hex())));
            select.setObject(3, user.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.put(
                            new SeenContent.Key(row.getString(1), row.getString(2)),
                            new SeenContent.Owner(
                                    Optional.ofNullable(row.getObject(3, UUID.class))
                                            .map(ArtifactId::new)));
                }
            }
            return owners;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The longest content of each artifact of these conversations, the latest first. */
    List<SeenContent> seen(UserId user, Collection<Piece> pieces) {
        String sql =
                """
                select * from (
                    select distinct on (c.artifact_id) c.artifact_id, a.source_key,
                        c.conversation, c.sha256, c.size, c.title, c.position, c.captured_at
                    from captured c join artifact a on a.id = c.artifact_id
                    where c.user_id = ? and c.conversation = any(?) and a.source_key is not null
                        and known_to(c.user_id, a.visibility, a.workspace_id, a.owner_id)
                    order by c.artifact_id, c.size desc) longest
                order by captured_at desc limit ?
                """;
        List<SeenContent> seen = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, user.value());
            select.setArray(
                    2, texts(connection, pieces.stream().map(Piece::conversation).distinct()));
            select.setInt(3, MOST_SEEN);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen.add(
                            new SeenContent(
                                    new ArtifactId(row.getObject(1, UUID.class)),
                                    row.getString(2),
                                    new SeenContent.Key(row.getString(3), row.getString(4)),
                                    row.getLong(5),
                                    row.getString(6),
                                    row.getInt(7)));
                }
            }
            return seen;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Remembers the pieces as contents of these artifacts. */
    void remember(UserId user, Map<Piece, ArtifactId> pieces) {
        String sql =
                """
                insert into captured
                    (user_id, conversation, sha256, size, title, position, artifact_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<Piece, ArtifactId> entry : pieces.entrySet()) {
                Piece piece = entry.getKey();
                insert.setObject(1, user.value());
                insert.setString(2, piece.conversation());
                insert.setString(3, piece.digest().hex());
                insert.setLong(4, piece.bytes().length);
                insert.setString(5, piece.title());
                insert.setInt(6, piece.position());
                insert.setObject(7, entry.getValue().value());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Problem refused(SQLException e) {
        return new Problem(ProblemCode.INTERNAL, "Captured contents cannot be kept.", e);
    }
}
