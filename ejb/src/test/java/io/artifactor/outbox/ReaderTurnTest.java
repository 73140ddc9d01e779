package io.artifactor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ReaderTurnTest {

    private final TestingDelivery delivery = new TestingDelivery(1L, 2L, 3L);
    private final ReaderTurn turn = new ReaderTurn(new NobodyReads(), delivery);

    @Test
    void onlyTheRowThatSpoiltTheBatchIsPutOff() {
        delivery.failAt(2, new IllegalStateException("poisonous"));
        delivery.during(3, turn::stop);

        assertThat(turn.ask()).isTrue();
        turn.run();

        assertThat(delivery.tried).containsExactly(1L, 2L, 3L);
        assertThat(delivery.postponed).containsExactly(2L);
    }

    @Test
    void aStoreThatIsAwayCostsNoRowAnAttempt() {
        delivery.failAt(1, new ReaderUnavailable("away", new IOException("refused")));
        delivery.during(1, turn::stop);

        assertThat(turn.ask()).isTrue();
        turn.run();

        assertThat(delivery.tried).containsExactly(1L);
        assertThat(delivery.postponed).isEmpty();
    }

    @Test
    void stoppingDoesNotWaitForTheRestOfTheRows() {
        delivery.during(1, turn::stop);

        assertThat(turn.ask()).isTrue();
        turn.run();

        assertThat(delivery.tried).containsExactly(1L);
    }

    @Test
    void whoIsAwayIsNotAskedAgainAtOnce() {
        delivery.failAt(1, new ReaderUnavailable("away", new IOException("refused")));

        assertThat(turn.ask()).isTrue();
        turn.run();

        assertThat(delivery.tried).containsExactly(1L);
        assertThat(turn.ask()).isFalse();
    }

    @Test
    void whoIsAskedWhileAtWorkLooksOnceMore() {
        List<Boolean> toBeRun = new ArrayList<>();
        delivery.during(
                3,
                () -> {
                    toBeRun.add(turn.ask());
                    delivery.during(3, turn::stop);
                });

        assertThat(turn.ask()).isTrue();
        turn.run();

        assertThat(toBeRun).containsExactly(false);
        assertThat(delivery.tried).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    private static final class NobodyReads implements OutboxReader {

        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public Set<String> events() {
            return Set.of();
        }

        @Override
        public List<RefusedSubject> read(List<OutboxRow> rows) {
            return List.of();
        }
    }
}
