package io.artifactor.quota;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How much holders may still take while a change of many things is planned, one thing after
 * another. What was taken is the booking to make at the end, which alone decides: others may have
 * taken what was seen here. Asks about a holder once. Used by one thread.
 */
public final class Room {

    private final Function<Collection<Holder>, List<QuotaView>> look;
    private final Map<Holder, QuotaView> seen = new HashMap<>();
    private final Map<Holder, Long> taken = new HashMap<>();
    private final Booking booking = new Booking();

    Room(Function<Collection<Holder>, List<QuotaView>> look) {
        this.look = look;
    }

    /** Room without end, for what is only looked at. */
    public static Room unlimited() {
        return new Room(holders -> List.of());
    }

    /** Takes the bytes for the owner and the workspace if both have room; says whether they had. */
    public boolean take(UserId owner, WorkspaceId workspace, long bytes) {
        if (!has(List.of(Holder.of(owner), Holder.of(workspace)), bytes)) {
            return false;
        }
        taken.merge(Holder.of(owner), bytes, Long::sum);
        taken.merge(Holder.of(workspace), bytes, Long::sum);
        booking.add(owner, workspace, bytes);
        return true;
    }

    /**
     * Takes the bytes from one holder for another, who must have the room.
     *
     * @throws Problem {@code QUOTA_EXCEEDED} if there is not enough
     */
    public void move(Holder from, Holder to, long bytes) {
        if (!has(List.of(to), bytes)) {
            QuotaView full = Objects.requireNonNull(seen.get(to));
            throw Exceeded.problem(
                    to, full.limit().getAsLong(), full.used() + taken.getOrDefault(to, 0L), bytes);
        }
        taken.merge(to, bytes, Long::sum);
        booking.add(to, bytes).add(from, -bytes);
    }

    /** Whether this much more would fit now; takes nothing. */
    public boolean has(UserId owner, WorkspaceId workspace, long bytes) {
        return has(List.of(Holder.of(owner), Holder.of(workspace)), bytes);
    }

    private boolean has(Collection<Holder> holders, long bytes) {
        if (bytes <= 0) {
            return true;
        }
        List<Holder> unknown = holders.stream().filter(it -> !seen.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            look.apply(unknown).forEach(view -> seen.put(view.holder(), view));
        }
        return holders.stream().allMatch(holder -> fits(holder, bytes));
    }

    private boolean fits(Holder holder, long bytes) {
        QuotaView view = seen.get(holder);
        return view == null
                || view.limit().isEmpty()
                || view.used() + taken.getOrDefault(holder, 0L) + bytes <= view.limit().getAsLong();
    }

    /** What was taken. */
    public Booking booking() {
        return booking;
    }
}
