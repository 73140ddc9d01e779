package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import io.artifactor.workspace.WorkspaceId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes artifacts in by the hundred, in a number of statements that does not depend on how many
 * there are; part of the caller's transaction and without a permission check of its own, so for
 * features with a door of theirs, not for edges.
 *
 * <p>JDBC and not the entities, because a bulk of rows must neither fill a persistence context nor
 * be read row by row. Entities of the same artifacts must not be in use in the same transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ArtifactIntake {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private Outbox outbox;

    /**
     * What is kept under these source keys, deleted and purged included, by source key.
     *
     * @param reader what others keep private is not there for them, unless they answer for the
     *     workspace
     */
    public Map<String, KnownArtifact> known(
            WorkspaceId workspace, UserId reader, Collection<String> sourceKeys) {
        if (sourceKeys.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, workspace, reader, sourceKeys);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Known artifacts cannot be read.", e);
        }
    }

    /**
     * Writes the rows of the artifacts and of their new versions, and tells the outbox. Whoever
     * calls books the bytes of the versions, after everything else.
     */
    public void store(List<IncomingArtifact> artifacts) {
        if (artifacts.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            new IntakeRows(connection).write(artifacts);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Artifacts cannot be written.", e);
        }
        outbox.appendAll(
                "artifact.changed", artifacts.stream().map(it -> it.id().value()).toList());
    }

    /** Notes the page each of these artifacts was found on. */
    public void noteAddresses(Map<ArtifactId, String> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        String sql = "update artifact set origin_url = ? where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (Map.Entry<ArtifactId, String> address : addresses.entrySet()) {
                update.setString(1, address.getValue());
                update.setObject(2, address.getKey().value());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Origins cannot be written.", e);
        }
    }

    private static Map<String, KnownArtifact> read(
            Connection connection,
            WorkspaceId workspace,
            UserId reader,
            Collection<String> sourceKeys)
            throws SQLException {
        Map<UUID, List<KnownVersion>> versions = versions(connection, workspace, sourceKeys);
        Map<String, KnownArtifact> known = purged(connection, workspace, reader, sourceKeys);
        String sql =
                """
                select source_key, id, deleted_at is not null,
                    title, kind, language, media_type, file_name, head_id, branch, sha256, size,
                    owner_id
                from artifact where workspace_id = ? and source_key = any(?)
                    and known_to(?, visibility, workspace_id, owner_id)
                order by visibility <> 'private'
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = keyed(select, workspace, reader, sourceKeys)) {
            while (rows.next()) {
                UUID id = rows.getObject(2, UUID.class);
                known.put(
                        rows.getString(1),
                        new KnownArtifact(
                                new ArtifactId(id),
                                Optional.of(new UserId(rows.getObject(13, UUID.class))),
                                look(rows),
                                head(rows),
                                rows.getBoolean(3),
                                versions.getOrDefault(id, List.of())));
            }
        }
        return known;
    }

    /** Purged artifacts count as deleted: importing them again does not bring them back. */
    private static Map<String, KnownArtifact> purged(
            Connection connection,
            WorkspaceId workspace,
            UserId reader,
            Collection<String> sourceKeys)
            throws SQLException {
        Map<String, KnownArtifact> purged = new HashMap<>();
        String sql =
                """
                select source_key, artifact_id, title from purged_source_key
                where workspace_id = ? and source_key = any(?)
                    and (owner_id is null or known_to(?, 'private', workspace_id, owner_id))
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = keyed(select, workspace, reader, sourceKeys)) {
            while (rows.next()) {
                purged.put(
                        rows.getString(1),
                        KnownArtifact.purged(
                                new ArtifactId(rows.getObject(2, UUID.class)), rows.getString(3)));
            }
        }
        return purged;
    }

    private static ArtifactLook look(ResultSet rows) throws SQLException {
        return new ArtifactLook(
                rows.getString(4),
                ArtifactKind.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8));
    }

    private static Optional<ArtifactHead> head(ResultSet rows) throws SQLException {
        UUID id = rows.getObject(9, UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ArtifactHead(
                        new VersionId(id),
                        rows.getString(10),
                        rows.getString(11),
                        rows.getLong(12)));
    }

    private static Map<UUID, List<KnownVersion>> versions(
            Connection connection, WorkspaceId workspace, Collection<String> sourceKeys)
            throws SQLException {
        Map<UUID, List<KnownVersion>> found = new HashMap<>();
        String sql =
                """
                select v.artifact_id, v.id, v.branch, v.number, v.source_key, v.sha256, v.size,
                    v.title, v.language, v.media_type
                from artifact_version v join artifact a on a.id = v.artifact_id
                where a.workspace_id = ? and a.source_key = any(?)
                order by v.artifact_id, v.branch, v.number
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = keyed(select, workspace, sourceKeys)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(
                                new KnownVersion(
                                        new VersionId(rows.getObject(2, UUID.class)),
                                        rows.getString(3),
                                        rows.getInt(4),
                                        Optional.ofNullable(rows.getString(5)),
                                        new StoredBlob(
                                                new Sha256(rows.getString(6)), rows.getLong(7)),
                                        new VersionLook(
                                                rows.getString(8),
                                                rows.getString(9),
                                                rows.getString(10))));
            }
        }
        return found;
    }

    private static ResultSet keyed(
            PreparedStatement select,
            WorkspaceId workspace,
            UserId reader,
            Collection<String> sourceKeys)
            throws SQLException {
        select.setObject(3, reader.value());
        return keyed(select, workspace, sourceKeys);
    }

    private static ResultSet keyed(
            PreparedStatement select, WorkspaceId workspace, Collection<String> sourceKeys)
            throws SQLException {
        select.setObject(1, workspace.value());
        select.setArray(2, select.getConnection().createArrayOf("text", sourceKeys.toArray()));
        return select.executeQuery();
    }
}
