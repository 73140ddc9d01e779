package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {

    private final TestingClock clock = new TestingClock();
    private final ShortMemory<Integer, String> memory =
            new ShortMemory<>(clock, Duration.ofSeconds(3), 100);
    private int asked;

    private Optional<String> find(int key) {
        asked++;
        return Optional.of("answer " + key);
    }

    @Test
    void anAnswerIsAskedForOnceWhileItIsFresh() {
        memory.get(1, this::find);
        clock.pass(Duration.ofMillis(2_999));

        assertThat(memory.get(1, this::find)).contains("answer 1");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anOldAnswerIsAskedForAgain() {
        memory.get(1, this::find);
        clock.pass(Duration.ofSeconds(3));
        memory.get(1, this::find);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anOldAnswerIsNotGivenWhenThereIsNoneAnyMore() {
        memory.get(1, this::find);
        clock.pass(Duration.ofSeconds(3));

        assertThat(memory.get(1, key -> Optional.empty())).isEmpty();
        assertThat(memory.get(1, key -> Optional.empty())).isEmpty();
    }

    @Test
    void aForgottenAnswerIsAskedForAgain() {
        memory.get(1, this::find);
        memory.get(2, this::find);
        memory.forgetIf("answer 1"::equals);
        memory.get(1, this::find);
        memory.get(2, this::find);

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void noMoreIsRememberedThanTheLimit() {
        for (int key = 0; key <= 100; key++) {
            memory.get(key, this::find);
        }
        memory.get(0, this::find);

        assertThat(asked).isEqualTo(102);
    }

    /** A clock that moves when it is told to. */
    private static final class TestingClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
