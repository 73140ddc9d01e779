package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds files in the trash by the hundred, and brings them back; like {@link ArtifactIntake} part
 * of the caller's transaction, without a permission check of its own, and over JDBC.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class TrashIntake {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private Outbox outbox;

    /**
     * Which of these files lie in the trash of the workspace, of several the last deleted; they
     * stay there until the end of the transaction, unless it brings them back.
     *
     * @param reader who may not know of what others deleted as private
     */
    public Map<SameFile, TrashedFile> lying(
            WorkspaceId workspace, UserId reader, Collection<SameFile> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        String sql =
                """
                select a.sha256, a.file_name, a.id, a.title
                from artifact a
                join unnest(?, ?) as f(sha256, file_name)
                    on a.sha256 = f.sha256 and a.file_name = f.file_name
                where a.workspace_id = ? and a.deleted_at is not null and a.purge_at > now()
                    and known_to(?, a.visibility, a.workspace_id, a.owner_id)
                order by a.deleted_at desc, a.id desc
                for update of a
                """;
        Map<SameFile, TrashedFile> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] digests = files.stream().map(it -> it.digest().hex()).toArray();
            Object[] names = files.stream().map(SameFile::name).toArray();
            select.setArray(1, connection.createArrayOf("text", digests));
            select.setArray(2, connection.createArrayOf("text", names));
            select.setObject(3, workspace.value());
            select.setObject(4, reader.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.putIfAbsent(
                            new SameFile(new Sha256(rows.getString(1)), rows.getString(2)),
                            new TrashedFile(
                                    new ArtifactId(rows.getObject(3, UUID.class)),
                                    rows.getString(4),
                                    null,
                                    null));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "The trash cannot be read.", e);
        }
    }

    /** Takes these out of the trash, with everything they had, and tells the outbox. */
    public void bringBack(List<TrashedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            // The content goes first: it is asked whether the artifact has a key yet.
            key(connection, files);
            restore(connection, files);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Files cannot be brought back.", e);
        }
        outbox.appendAll(
                ArtifactLibrary.CHANGED, files.stream().map(it -> it.id().value()).toList());
    }

    private static void key(Connection connection, List<TrashedFile> files) throws SQLException {
        String sql =
                """
                update artifact_version v set source_key = ? from artifact a
                where a.id = ? and v.id = a.head_id and v.source_key is null
                    and a.source_key is null
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (TrashedFile file : files) {
                if (file.versionKey() != null) {
                    update.setString(1, file.versionKey());
                    update.setObject(2, file.id().value());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    private static void restore(Connection connection, List<TrashedFile> files)
            throws SQLException {
        String sql =
                """
                update artifact set deleted_at = null, deleted_by = null, purge_at = null,
                    source_key = coalesce(source_key, ?), revision = revision + 1
                where id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (TrashedFile file : files) {
                update.setString(1, file.sourceKey());
                update.setObject(2, file.id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
