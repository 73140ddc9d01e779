package io.artifactor.quota;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Counts again what everybody has, and sets right what is not as it was booked: after content was
 * changed past the product, or a mistake of ours. Nobody is held up by the counting: one statement
 * sees rows and counts as they were at one instant, and only what differs is locked and counted
 * once more.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UseRecount {

    private static final Logger LOG = Logger.getLogger(UseRecount.class.getName());

    private static final String DRIFTED =
            """
            with counted as (
                select a.owner_id, a.workspace_id, sum(v.size) as bytes
                from artifact a join artifact_version v on v.artifact_id = a.id
                group by a.owner_id, a.workspace_id),
            held as (
                select owner_id as id, true as for_user, sum(bytes) as bytes
                from counted group by owner_id
                union all
                select workspace_id, false, sum(bytes) from counted group by workspace_id)
            select coalesce(h.id, u.id), coalesce(h.for_user, u.user_id is not null)
            from held h full join storage_use u on u.id = h.id
            where coalesce(h.bytes, 0) <> coalesce(u.used_bytes, 0)
            order by 1
            """;

    private static final String HOLD =
            """
            insert into storage_use (id, user_id, workspace_id)
            values (?, cast(? as uuid), cast(? as uuid))
            on conflict (id) do update set used_bytes = storage_use.used_bytes
            returning used_bytes
            """;

    private static final String COUNT =
            """
            update storage_use set used_bytes = (
                select coalesce(sum(v.size), 0)
                from artifact a join artifact_version v on v.artifact_id = a.id
                where a.HOLDER = storage_use.id)
            where id = ?
            returning used_bytes
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    /** Who does not have what is written down; nobody while another node is looking. */
    public List<Holder> drifted() {
        List<Holder> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            if (!onlyNode(connection)) {
                return found;
            }
            try (PreparedStatement select = connection.prepareStatement(DRIFTED);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Holder.Kind kind =
                            rows.getBoolean(2) ? Holder.Kind.USER : Holder.Kind.WORKSPACE;
                    found.add(new Holder(kind, rows.getObject(1, UUID.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean onlyNode(Connection connection) throws SQLException {
        String sql = "select pg_try_advisory_xact_lock(hashtextextended('storage-use', 0))";
        try (PreparedStatement lock = connection.prepareStatement(sql);
                ResultSet answer = lock.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Writes down what the holder has; says whether it was something else. */
    public boolean mend(Holder holder) {
        try (Connection connection = dataSource.getConnection()) {
            // Whoever books waits from here on, and what was booked before can be seen.
            long before = hold(connection, holder);
            long after = count(connection, holder);
            if (before != after) {
                LOG.log(
                        Level.WARNING,
                        "{0} had {1} bytes and not {2}, as was written down",
                        new Object[] {
                            holder, Long.toString(after), Long.toString(before),
                        });
            }
            return before != after;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static long hold(Connection connection, Holder holder) throws SQLException {
        String id = holder.id().toString();
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setObject(1, holder.id());
            hold.setString(2, holder.isUser() ? id : null);
            hold.setString(3, holder.isUser() ? null : id);
            return number(hold);
        }
    }

    private static long count(Connection connection, Holder holder) throws SQLException {
        String sql = COUNT.replace("HOLDER", holder.isUser() ? "owner_id" : "workspace_id");
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, holder.id());
            return number(count);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Problem failed(SQLException e) {
        return new Problem(ProblemCode.INTERNAL, "What is stored cannot be counted again.", e);
    }
}
