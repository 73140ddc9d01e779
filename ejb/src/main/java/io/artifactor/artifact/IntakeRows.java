package io.artifactor.artifact;

import io.artifactor.artifact.IncomingArtifact.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes artifacts and versions in JDBC batches over one connection. */
final class IntakeRows {

    private final Connection connection;

    private final Map<UUID, List<CategoryRule>> rules = new HashMap<>();

    IntakeRows(Connection connection) {
        this.connection = connection;
    }

    void write(List<IncomingArtifact> artifacts) throws SQLException {
        insertBlobs(artifacts);
        insertArtifacts(artifacts.stream().filter(IncomingArtifact::isNew).toList());
        updateArtifacts(artifacts.stream().filter(it -> !it.isNew()).toList());
        insertVersions(artifacts);
    }

    private void insertBlobs(List<IncomingArtifact> artifacts) throws SQLException {
        // In one order everywhere, or two imports of the same bytes could wait for each other.
        Map<String, Long> sizes = new TreeMap<>();
        for (IncomingArtifact artifact : artifacts) {
            for (IncomingVersion version : artifact.versions()) {
                sizes.put(version.content().digest().hex(), version.content().size());
            }
        }
        // Locks the row even where it writes nothing, which keeps the collector away.
        String sql =
                """
                insert into blob (sha256, size) values (?, ?)
                on conflict (sha256) do update set claimed_at = now()
                    where blob.claimed_at < now() - interval '5 minutes'
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Long> blob : sizes.entrySet()) {
                insert.setString(1, blob.getKey());
                insert.setLong(2, blob.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertArtifacts(List<IncomingArtifact> artifacts) throws SQLException {
        String sql =
                """
                insert into artifact (id, workspace_id, owner_id, source, source_key,
                    conversation_id, title, kind, language, media_type, file_name,
                    head_id, branch, sha256, size, version_count, category_id,
                    created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now())
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (IncomingArtifact artifact : artifacts) {
                Origin origin = artifact.origin();
                insert.setObject(1, artifact.id().value());
                insert.setObject(2, origin.workspace().value());
                insert.setObject(3, origin.owner().value());
                insert.setString(4, origin.source().id());
                insert.setString(5, origin.sourceKey());
                insert.setObject(6, origin.conversation(), Types.OTHER);
                setLookAndHead(insert, 7, artifact);
                insert.setInt(16, artifact.versions().size());
                insert.setObject(17, category(artifact), Types.OTHER);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** By the workspace's rules, which are read once. */
    private @Nullable UUID category(IncomingArtifact artifact) throws SQLException {
        UUID workspace = artifact.origin().workspace().value();
        List<CategoryRule> known = rules.get(workspace);
        if (known == null) {
            known = CategoryRows.rules(connection, workspace);
            rules.put(workspace, known);
        }
        for (CategoryRule rule : known) {
            if (rule.matches(artifact.look().fileName())) {
                return rule.category();
            }
        }
        return null;
    }

    private void updateArtifacts(List<IncomingArtifact> artifacts) throws SQLException {
        String sql =
                """
                update artifact set title = ?, kind = ?, language = ?, media_type = ?,
                    file_name = ?, head_id = ?, branch = ?, sha256 = ?, size = ?,
                    version_count = version_count + ?, updated_at = now(), revision = revision + 1
                where id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (IncomingArtifact artifact : artifacts) {
                setLookAndHead(update, 1, artifact);
                update.setInt(10, artifact.versions().size());
                update.setObject(11, artifact.id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void setLookAndHead(
            PreparedStatement statement, int first, IncomingArtifact artifact) throws SQLException {
        ArtifactLook look = artifact.look();
        ArtifactHead head = artifact.head();
        statement.setString(first, look.title());
        statement.setString(first + 1, look.kind().id());
        statement.setString(first + 2, look.language());
        statement.setString(first + 3, look.mediaType());
        statement.setString(first + 4, look.fileName());
        statement.setObject(first + 5, head.id().value());
        statement.setString(first + 6, head.branch());
        statement.setString(first + 7, head.sha256());
        statement.setLong(first + 8, head.size());
    }

    private void insertVersions(List<IncomingArtifact> artifacts) throws SQLException {
        String sql =
                """
                insert into artifact_version (id, artifact_id, author_id, branch, number, parent_id,
                    source_key, sha256, size, title, language, media_type,
                    message_id, model, origin_at, problem, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (IncomingArtifact artifact : artifacts) {
                for (IncomingVersion version : artifact.versions()) {
                    insert.setObject(2, artifact.id().value());
                    insert.setObject(3, artifact.origin().owner().value());
                    set(insert, version);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, IncomingVersion version) throws SQLException {
        VersionId parent = version.line().parent();
        insert.setObject(1, version.id().value());
        insert.setString(4, version.line().branch());
        insert.setInt(5, version.line().number());
        insert.setObject(6, parent == null ? null : parent.value(), Types.OTHER);
        insert.setString(7, version.sourceKey());
        insert.setString(8, version.content().digest().hex());
        insert.setLong(9, version.content().size());
        insert.setString(10, version.look().title());
        insert.setString(11, version.look().language());
        insert.setString(12, version.look().mediaType());
        insert.setObject(13, version.making().message(), Types.OTHER);
        insert.setString(14, version.making().model());
        insert.setObject(15, utc(version.making().originAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setString(16, version.problem());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
