package io.artifactor.artifact;

import io.artifactor.hold.HeldThings;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.quota.Booking;
import io.artifactor.quota.StorageUse;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Removes artifacts for good, in a number of statements that does not depend on how many there are;
 * has no permission check of its own. What stays is the place each had in an export, and for a
 * while its content, which the {@link BlobCollector} takes when nothing else needs it.
 */
@Stateless
public class ArtifactPurge {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /**
     * Of a row of artifacts, in SQL. The offset keeps PostgreSQL from looking up all that is held
     * to compare it with a few rows.
     */
    static final String NOT_HELD =
            "not exists (select from held_artifact h where h.artifact_id = artifact.id offset 0)";

    @Inject private Outbox outbox;
    @Inject private KeptBytes sizes;
    @Inject private StorageUse use;
    @Inject private HeldThings held;

    /**
     * Keeps what is held in the trash, where it can be found, for a day more if its time there is
     * over soon; in a transaction of its own.
     *
     * @return how many artifacts
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int keepHeld() {
        String sql =
                """
                update artifact set purge_at = now() + interval '1 day', revision = revision + 1
                where deleted_at is not null and purge_at <= now() + interval '2 hours'
                    and not (NOT_HELD)
                """
                        .replace("NOT_HELD", NOT_HELD);
        held.settle();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "What is held cannot be kept.", e);
        }
    }

    /**
     * Purges some of what the trash has let go of, in a transaction of its own.
     *
     * @return how many; fewer than {@code limit} when there are no more, or when another node is at
     *     it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purgeExpired(int limit) {
        List<UUID> expired = claimExpired(limit);
        purge(expired);
        return expired.size();
    }

    private List<UUID> claimExpired(int limit) {
        String sql =
                """
                select id from artifact where deleted_at is not null and purge_at <= now()
                    and NOT_HELD
                order by purge_at limit ?
                for update skip locked
                """
                        .replace("NOT_HELD", NOT_HELD);
        held.settle();
        List<UUID> expired = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    expired.add(rows.getObject(1, UUID.class));
                }
            }
            return expired;
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "The trash cannot be read.", e);
        }
    }

    /** Purges these, whose rows the transaction holds. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void purge(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        String remember =
                """
                insert into purged_source_key (workspace_id, source_key, artifact_id, title, owner_id)
                select distinct on (workspace_id, source_key) workspace_id, source_key, id, title,
                    case visibility when 'private' then owner_id end
                    from artifact
                where id = any(?) and source_key is not null
                order by workspace_id, source_key, visibility = 'private'
                on conflict (workspace_id, source_key) do update
                    set owner_id = null, title = excluded.title,
                        artifact_id = excluded.artifact_id
                    where purged_source_key.owner_id is not null
                        and excluded.owner_id is null
                """;
        Booking booking = sizes.release(ids);
        try (Connection connection = dataSource.getConnection()) {
            Array purged = connection.createArrayOf("uuid", ids.toArray());
            execute(connection, remember, purged);
            execute(connection, "delete from artifact_version where artifact_id = any(?)", purged);
            execute(connection, "delete from artifact where id = any(?)", purged);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "Artifacts cannot be purged.", e);
        }
        outbox.appendAll(ArtifactLibrary.CHANGED, ids);
        use.book(booking);
    }

    private static void execute(Connection connection, String sql, Array ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        }
    }
}
