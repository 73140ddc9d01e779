package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Removes content that nothing refers to and nobody touched for {@link #GRACE}.
 *
 * <p>Whoever wants to refer to content stores it, which renews the time of its file, and then
 * writes its row, which locks the row, before the row that refers to it. The collector locks the
 * row, deletes it, and only then removes the file, unless the file was renewed. So either it meets
 * the new reference, or a renewed file, or the other one waits for it and writes a new row for a
 * file whose presence is checked afterwards. Rows that refer to blobs hold foreign keys: should a
 * table be forgotten here, the deletion fails before any file is touched.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BlobCollector {

    /** Longer than anything takes from storing content to referring to it. */
    public static final Duration GRACE = Duration.ofHours(1);

    private static final String TAKE =
            """
            with locked as materialized (
                select b.sha256 from blob b
                where b.claimed_at < ?
                    and not exists (select from artifact_version v where v.sha256 = b.sha256)
                    and not exists (select from import_run r where r.sha256 = b.sha256)
                    and not exists (
                        select from resumable_upload u
                        where u.sha256 = b.sha256 and not u.finished)
                order by b.claimed_at limit ? for update of b skip locked)
            delete from blob b using locked where b.sha256 = locked.sha256
            returning b.sha256, b.size
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private BlobStore store;

    /**
     * Collects some of the unused content; nothing while another node is at it.
     *
     * @param limit how many to look at
     */
    public Collected collect(int limit) {
        try (Connection connection = dataSource.getConnection()) {
            if (!onlyNode(connection)) {
                return Collected.NOTHING;
            }
            List<StoredBlob> unused = take(connection, limit);
            List<StoredBlob> renewed = new ArrayList<>();
            Instant before = Instant.now().minus(GRACE);
            for (StoredBlob blob : unused) {
                if (!store.deleteUnused(blob.digest(), before)) {
                    renewed.add(blob);
                }
            }
            note(connection, renewed, Instant.now());
            long bytes = size(unused) - size(renewed);
            return new Collected(unused.size(), unused.size() - renewed.size(), bytes);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Unused content cannot be collected.", e);
        }
    }

    /** Makes stored content known that no row names, left by transactions that came to nothing. */
    public void noteUnnamed(Collection<Sha256> stored) {
        List<StoredBlob> blobs = new ArrayList<>();
        for (Sha256 digest : stored) {
            store.size(digest).ifPresent(size -> blobs.add(new StoredBlob(digest, size)));
        }
        try (Connection connection = dataSource.getConnection()) {
            note(connection, blobs, Instant.now().minus(GRACE).minusSeconds(1));
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Stored content cannot be noted.", e);
        }
    }

    private static boolean onlyNode(Connection connection) throws SQLException {
        String sql = "select pg_try_advisory_xact_lock(hashtextextended('blob-collector', 0))";
        try (PreparedStatement lock = connection.prepareStatement(sql);
                ResultSet answer = lock.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Deletes the rows of unused blobs; their locks last until the files are gone too. */
    private static List<StoredBlob> take(Connection connection, int limit) throws SQLException {
        List<StoredBlob> taken = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
            delete.setTimestamp(1, Timestamp.from(Instant.now().minus(GRACE)));
            delete.setInt(2, limit);
            try (ResultSet rows = delete.executeQuery()) {
                while (rows.next()) {
                    taken.add(new StoredBlob(new Sha256(rows.getString(1)), rows.getLong(2)));
                }
            }
        }
        return taken;
    }

    private static void note(Connection connection, List<StoredBlob> blobs, Instant claimedAt)
            throws SQLException {
        String sql =
                """
                insert into blob (sha256, size, claimed_at)
                select digest, size, ? from unnest(?, ?) as s (digest, size)
                order by digest
                on conflict do nothing
                """;
        if (blobs.isEmpty()) {
            return;
        }
        Object[] digests = blobs.stream().map(blob -> blob.digest().hex()).toArray();
        Object[] sizes = blobs.stream().map(StoredBlob::size).toArray();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setTimestamp(1, Timestamp.from(claimedAt));
            insert.setArray(2, connection.createArrayOf("text", digests));
            insert.setArray(3, connection.createArrayOf("bigint", sizes));
            insert.executeUpdate();
        }
    }

    private static long size(List<StoredBlob> blobs) {
        return blobs.stream().mapToLong(StoredBlob::size).sum();
    }

    /**
     * What one turn did.
     *
     * @param seen how many blobs were looked at
     * @param removed how many of them were removed
     * @param bytes of those removed
     */
    public record Collected(int seen, int removed, long bytes) {

        static final Collected NOTHING = new Collected(0, 0, 0);
    }
}
