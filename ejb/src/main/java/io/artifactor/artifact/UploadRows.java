package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How far the resumable uploads are. Each call is a short transaction of its own: none is open
 * while bytes come in. All times are the database's.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadRows {

    private static final String COLUMNS =
            """
            id, length, received, file_name, title, description, kind, language, media_type,
            expected, sha256, finished, artifact_id, expires_at, folder_id, category_id, tags,
            may_restore, restored, workspace_id, visibility
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private ArtifactLibrary library;
    @Inject private Trash trash;

    /** Adds the upload, unless its owner has {@code most} unfinished ones already. */
    public void add(Caller owner, ResumableUpload upload, int most) {
        String sql =
                """
                insert into resumable_upload (id, owner_id, length, file_name, title, description,
                    kind, language, media_type, expected, expires_at, folder_id, category_id, tags,
                    may_restore, workspace_id, visibility)
                select ?, u.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as uuid), cast(? as uuid), ?, ?,
                    cast(? as uuid), ?
                from (select id from app_user where id = ? for no key update) u
                where (select count(*) from resumable_upload o
                       where o.owner_id = u.id and not o.finished) < ?
                """;
        List<@Nullable Object> values = values(upload);
        values.add(owner.user().value());
        values.add(most);
        int added = update(sql, values.toArray());
        if (added == 0) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "There are %d unfinished uploads already; finish or delete some of them."
                            .formatted(most),
                    Map.of("maxUploads", most));
        }
    }

    private static List<@Nullable Object> values(ResumableUpload upload) {
        ArtifactProposal proposal = upload.proposal();
        Placement placement = upload.placement();
        return new ArrayList<>(
                Arrays.<@Nullable Object>asList(
                        upload.id(),
                        upload.length(),
                        proposal.fileName(),
                        proposal.title(),
                        proposal.description(),
                        proposal.kind(),
                        proposal.language(),
                        proposal.mediaType(),
                        upload.expected().map(Sha256::hex).orElse(null),
                        OffsetDateTime.ofInstant(upload.expiresAt(), ZoneOffset.UTC),
                        given(placement.folder()),
                        given(placement.category()),
                        placement.tags() == null ? null : placement.tags().toArray(String[]::new),
                        upload.mayRestore(),
                        placement.workspace() == null ? null : placement.workspace().toString(),
                        placement.visibility() == null ? null : placement.visibility().id()));
    }

    public Optional<ResumableUpload> find(Caller owner, UUID id) {
        String sql =
                "select "
                        + COLUMNS
                        + """
                        from resumable_upload where id = ? and owner_id = ?
                            and greatest(expires_at, writer_until) > now()
                        """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            select.setObject(2, owner.user().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(upload(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Becomes the one who writes; says whether nobody else is. */
    public boolean claim(UUID id, UUID writer, long silenceSeconds) {
        String sql =
                """
                update resumable_upload
                set writer = ?, writer_until = now() + ? * interval '1 second'
                where id = ? and (writer is null or writer_until < now())
                """;
        return update(sql, writer, silenceSeconds, id) == 1;
    }

    /** Notes how many bytes are durably here; refuses who is not the writer any more. */
    public void advance(
            UUID id, UUID writer, long received, long silenceSeconds, long lifeSeconds) {
        String sql =
                """
                update resumable_upload
                set received = ?, writer_until = now() + ? * interval '1 second',
                    expires_at = now() + ? * interval '1 second'
                where id = ? and writer = ?
                """;
        if (update(sql, received, silenceSeconds, lifeSeconds, id, writer) == 0) {
            throw new Problem(
                    ProblemCode.LOCKED, "This request was silent too long, and another goes on.");
        }
    }

    public void release(UUID id, UUID writer) {
        update(
                "update resumable_upload set writer = null, writer_until = null where id = ? and writer = ?",
                id,
                writer);
    }

    /**
     * Notes the digest before the bytes move to the store, where a crash would lose sight of them.
     */
    public void digested(UUID id, Sha256 digest) {
        update("update resumable_upload set sha256 = ? where id = ?", digest.hex(), id);
    }

    /** Adds the artifact, or brings it back, and notes it, in one transaction. */
    public void finish(Caller owner, ResumableUpload upload, ArtifactDraft draft) {
        Optional<ArtifactView> back =
                upload.mayRestore()
                        ? trash.bringBack(owner, draft, upload.placement())
                        : Optional.empty();
        ArtifactView kept = back.orElseGet(() -> library.add(owner, draft, upload.placement()));
        String sql =
                """
                update resumable_upload set finished = true, artifact_id = ?, restored = ?
                where id = ?
                """;
        update(sql, kept.artifact().id().value(), back.isPresent(), upload.id());
    }

    public void remove(UUID id) {
        update("delete from resumable_upload where id = ?", id);
    }

    /** Removes those whose time is over, and names them. */
    public List<UUID> removeExpired() {
        return ids(
                """
                delete from resumable_upload
                where greatest(expires_at, writer_until) < now()
                returning id
                """);
    }

    /** Which of these exist. */
    public List<UUID> known(List<UUID> ids) {
        return ids(
                "select id from resumable_upload where id = any(?)",
                (Object) ids.toArray(UUID[]::new));
    }

    private List<UUID> ids(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof UUID[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else if (parameters[i] instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    private static ResumableUpload upload(ResultSet row) throws SQLException {
        UUID artifact = row.getObject("artifact_id", UUID.class);
        return new ResumableUpload(
                row.getObject("id", UUID.class),
                row.getLong("length"),
                row.getLong("received"),
                new ArtifactProposal(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("file_name"),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getString("media_type")),
                placement(row),
                Optional.ofNullable(row.getString("expected")).map(Sha256::new),
                Optional.ofNullable(row.getString("sha256")).map(Sha256::new),
                row.getBoolean("may_restore"),
                row.getBoolean("finished"),
                Optional.ofNullable(artifact).map(ArtifactId::new),
                row.getBoolean("restored"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Placement placement(ResultSet row) throws SQLException {
        Array tags = row.getArray("tags");
        return new Placement(
                        row.getString("folder_id"),
                        row.getString("category_id"),
                        tags == null ? null : List.of((String[]) tags.getArray()),
                        null)
                .withinNamed(row.getString("workspace_id"))
                .readBy(row.getString("visibility"));
    }

    private static @Nullable String given(@Nullable String id) {
        return id == null || id.isEmpty() ? null : id;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("Cannot read or write the state of an upload", e);
    }
}
