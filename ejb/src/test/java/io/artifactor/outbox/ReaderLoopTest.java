package io.artifactor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ReaderLoopTest {

    private final TestingDelivery delivery = new TestingDelivery(1L, 2L, 3L);
    private final ReaderLoop loop = new ReaderLoop(new NobodyReads(), delivery, new Wakeup());

    @Test
    void onlyTheRowThatSpoiltTheBatchIsPutOff() {
        delivery.failAt(2, new IllegalStateException("poisonous"));
        delivery.during(3, loop::stop);

        loop.run();

        assertThat(delivery.tried).containsExactly(1L, 2L, 3L);
        assertThat(delivery.postponed).containsExactly(2L);
    }

    @Test
    void aStoreThatIsAwayCostsNoRowAnAttempt() {
        delivery.failAt(1, new ReaderUnavailable("away", new IOException("refused")));
        delivery.during(1, loop::stop);

        loop.run();

        assertThat(delivery.tried).containsExactly(1L);
        assertThat(delivery.postponed).isEmpty();
    }

    @Test
    void stoppingDoesNotWaitForTheRestOfTheRows() {
        delivery.during(1, loop::stop);

        loop.run();

        assertThat(delivery.tried).containsExactly(1L);
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
