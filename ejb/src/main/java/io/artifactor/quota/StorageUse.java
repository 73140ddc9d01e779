package io.artifactor.quota;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
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
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Counts bytes for those who change content; without a permission check of its own, so for features
 * with a door of theirs.
 *
 * <p>A booking is part of the transaction that changes content and locks the rows it writes until
 * that ends, so that two at the edge follow one another, and what comes to nothing counts for
 * nothing. It is to be the last that locks anything which others wait for: in one order everywhere
 * nobody waits in a circle.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StorageUse {

    /** In the order of ids, as everywhere, or two bookings could wait for each other. */
    private static final String BOOK =
            """
            insert into storage_use as u (id, user_id, workspace_id, used_bytes)
            select id, case when for_user then id end, case when not for_user then id end, bytes
            from unnest(?, ?, ?) as b (id, for_user, bytes) order by id
            on conflict (id) do update set used_bytes = u.used_bytes + excluded.used_bytes
            returning id, user_id is not null, used_bytes, limit_bytes
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private QuotaSettings settings;

    /**
     * Refuses bytes there is no room for before any of them is taken in. Decides nothing for good:
     * the booking does.
     *
     * @throws Problem {@code QUOTA_EXCEEDED} if owner or workspace would have too much
     */
    public void requireRoom(UserId owner, WorkspaceId workspace, long bytes) {
        requireRoom(List.of(Holder.of(owner), Holder.of(workspace)), bytes);
    }

    /** The same where the workspace is not known yet. */
    public void requireRoom(UserId owner, long bytes) {
        requireRoom(List.of(Holder.of(owner)), bytes);
    }

    private void requireRoom(List<Holder> holders, long bytes) {
        for (QuotaView view : views(holders)) {
            refuse(view, view.used(), bytes);
        }
    }

    /** For a plan of many things. */
    public Room room() {
        return new Room(this::views);
    }

    /**
     * Changes what holders have; the transaction holds their rows from here on.
     *
     * @throws Problem {@code QUOTA_EXCEEDED} if somebody who gets more would have too much
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void book(Booking booking) {
        Map<Holder, Long> changes = booking.changes();
        if (changes.isEmpty()) {
            return;
        }
        for (QuotaView after : write(changes)) {
            long change = changes.getOrDefault(after.holder(), 0L);
            refuse(after, after.used() - change, change);
        }
    }

    private static void refuse(QuotaView view, long before, long more) {
        if (more > 0 && view.limit().isPresent() && before + more > view.limit().getAsLong()) {
            throw Exceeded.problem(
                    view.holder(), view.limit().getAsLong(), Math.max(0, before), more);
        }
    }

    private List<QuotaView> write(Map<Holder, Long> changes) {
        List<Holder> holders = List.copyOf(changes.keySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement book = connection.prepareStatement(BOOK)) {
            Object[] ids = holders.stream().map(Holder::id).toArray();
            Object[] users = holders.stream().map(Holder::isUser).toArray();
            Object[] bytes = holders.stream().map(changes::get).toArray();
            book.setArray(1, connection.createArrayOf("uuid", ids));
            book.setArray(2, connection.createArrayOf("boolean", users));
            book.setArray(3, connection.createArrayOf("bigint", bytes));
            return read(book);
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "What is stored cannot be counted.", e);
        }
    }

    /** What each of these has, and may have. */
    public List<QuotaView> views(Collection<Holder> holders) {
        String sql =
                "select id, user_id is not null, used_bytes, limit_bytes from storage_use"
                        + " where id = any(?)";
        Map<UUID, QuotaView> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] ids = holders.stream().map(Holder::id).toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            read(select).forEach(view -> found.put(view.holder().id(), view));
        } catch (SQLException e) {
            throw new Problem(ProblemCode.INTERNAL, "What is stored cannot be read.", e);
        }
        return holders.stream()
                .map(holder -> found.getOrDefault(holder.id(), empty(holder)))
                .toList();
    }

    private QuotaView empty(Holder holder) {
        return new QuotaView(holder, 0, settings.limit(holder.kind()), false);
    }

    private List<QuotaView> read(PreparedStatement statement) throws SQLException {
        List<QuotaView> views = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Holder.Kind kind = rows.getBoolean(2) ? Holder.Kind.USER : Holder.Kind.WORKSPACE;
                long limit = rows.getLong(4);
                boolean own = !rows.wasNull();
                views.add(
                        new QuotaView(
                                new Holder(kind, rows.getObject(1, UUID.class)),
                                rows.getLong(3),
                                own ? OptionalLong.of(limit) : settings.limit(kind),
                                own));
            }
        }
        return views;
    }
}
