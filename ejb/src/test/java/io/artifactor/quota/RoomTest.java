package io.artifactor.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final UserId user = new UserId(UUID.randomUUID());
    private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    private final WorkspaceId other = new WorkspaceId(UUID.randomUUID());
    private final List<Holder> asked = new ArrayList<>();

    /** The user has 10 of 100 bytes, workspaces 50 of 80. */
    private List<QuotaView> look(Collection<Holder> holders) {
        asked.addAll(holders);
        return holders.stream()
                .map(it ->
                        it.isUser()
                                ? new QuotaView(it, 10, OptionalLong.of(100), true)
                                : new QuotaView(it, 50, OptionalLong.of(80), false))
                .toList();
    }

    private Room room() {
        return new Room(this::look);
    }

    @Test
    void thingsAreTakenUntilOneOfTheTwoIsFull() {
        Room room = room();

        assertThat(room.take(user, workspace, 20)).isTrue();
        assertThat(room.take(user, workspace, 11)).isFalse();
        assertThat(room.take(user, workspace, 10)).isTrue();
        assertThat(room.take(user, workspace, 1)).isFalse();
        assertThat(room.take(user, other, 30)).isTrue();
        assertThat(room.take(user, other, 0)).isTrue();

        assertThat(room.booking().changes())
                .isEqualTo(
                        Map.of(
                                Holder.of(user), 60L,
                                Holder.of(workspace), 30L,
                                Holder.of(other), 30L));
    }

    @Test
    void nothingIsAskedForNothingAndAHolderOnce() {
        Room room = room();

        room.take(user, workspace, 0);
        assertThat(asked).isEmpty();
        room.take(user, workspace, 1);
        room.take(user, workspace, 1);
        room.has(user, workspace, 1);
        assertThat(asked).containsExactlyInAnyOrder(Holder.of(user), Holder.of(workspace));
    }

    @Test
    void whatIsMovedIsTakenFromTheOneAndGivenToTheOther() {
        Room room = room();
        Holder from = Holder.of(workspace);
        Holder to = Holder.of(other);

        room.move(from, to, 30);

        assertThat(room.booking().changes()).isEqualTo(Map.of(from, -30L, to, 30L));
        assertThatThrownBy(() -> room.move(from, to, 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.data())
                                        .isEqualTo(
                                                Map.of(
                                                        "holder", "workspace",
                                                        "limit", 80L,
                                                        "used", 80L,
                                                        "needed", 1L)));
    }

    @Test
    void whatIsOnlyLookedAtHasRoomWithoutEnd() {
        assertThat(Room.unlimited().take(user, workspace, Long.MAX_VALUE)).isTrue();
    }

    @Test
    void whatIsGivenAndTakenAgainIsNoChange() {
        Booking booking = Booking.of(user, workspace, 5).add(Holder.of(user), -5);

        assertThat(booking.changes()).isEqualTo(Map.of(Holder.of(workspace), 5L));
    }
}
