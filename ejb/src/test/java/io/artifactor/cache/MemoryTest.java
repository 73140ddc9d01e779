package io.artifactor.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Duration LIFE = Duration.ofSeconds(3);

    private final Region<Integer, String> region =
            Region.<Integer, String>own("answers", LIFE, 100, (key, value) -> "group " + key % 10)
                    .shared(
                            new Sharing<>(
                                    1,
                                    key -> new Sharing.Place("group " + key % 10, "" + key),
                                    value -> value,
                                    MemoryTest::answer));

    private final TestingNeighbours neighbours = new TestingNeighbours();
    private long nanos = 77;
    private int asked;
    private boolean changing;

    private final Memory<Integer, String> memory = node(neighbours, () -> changing);
    private final Memory<Integer, String> other = node(neighbours, () -> false);

    private Memory<Integer, String> node(Neighbours around, BooleanSupplier changingHere) {
        return new Memory<>(
                region, new Memory.Surroundings(around, Tally.NONE, () -> nanos, changingHere));
    }

    private static String answer(int key, String text) {
        if (!text.startsWith("answer")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private Optional<String> find(int key) {
        asked++;
        return Optional.of("answer " + key + ", " + asked);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void anAnswerIsLookedUpOnceWhileItIsFresh() {
        memory.get(1, this::find);
        pass(LIFE.minusMillis(1));

        assertThat(memory.get(1, this::find)).contains("answer 1, 1");
    }

    @Test
    void anOldAnswerIsLookedUpAgain() {
        memory.get(1, this::find);
        pass(LIFE);

        assertThat(memory.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void timeCountsFromBeforeTheLookup() {
        memory.get(
                1,
                key -> {
                    pass(Duration.ofSeconds(2));
                    return find(key);
                });
        pass(Duration.ofSeconds(1));

        assertThat(memory.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void whatIsNotThereIsNotRemembered() {
        memory.get(1, this::find);
        pass(LIFE);

        assertThat(memory.get(1, key -> Optional.empty())).isEmpty();
        assertThat(memory.get(1, this::find)).isPresent();
    }

    @Test
    void aChangeVoidsItsGroupAndNoOther() {
        memory.get(1, this::find);
        memory.get(11, this::find);
        memory.get(2, this::find);

        memory.forget("group 1");

        assertThat(memory.get(2, this::find)).contains("answer 2, 3");
        assertThat(memory.get(1, this::find)).contains("answer 1, 4");
        assertThat(memory.get(11, this::find)).contains("answer 11, 5");
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        Optional<String> read =
                memory.get(
                        1,
                        key -> {
                            Optional<String> before = find(key);
                            memory.forget("group 1");
                            return before;
                        });

        assertThat(read).contains("answer 1, 1");
        assertThat(memory.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void whatATransactionReadsAfterItsOwnChangeIsForItAlone() {
        memory.get(1, this::find);
        changing = true;

        assertThat(memory.get(1, this::find)).contains("answer 1, 2");
        changing = false;
        assertThat(memory.get(1, this::find)).contains("answer 1, 1");
    }

    @Test
    void noMoreIsRememberedThanTheLimit() {
        for (int key = 0; key < 1_000; key++) {
            memory.get(key, this::find);
        }

        assertThat(memory.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void anotherNodeIsToldAndAnswersNoLongerThanTheFirst() {
        memory.get(1, this::find);
        pass(Duration.ofSeconds(2));

        assertThat(other.get(1, this::find)).contains("answer 1, 1");
        pass(Duration.ofSeconds(1));
        assertThat(other.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void whatWasReadBeforeAChangeElsewhereIsNotToldAfterIt() {
        memory.get(
                1,
                key -> {
                    Optional<String> before = find(key);
                    other.forget("group 1");
                    return before;
                });
        Memory<Integer, String> third = node(neighbours, () -> false);

        assertThat(third.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void withoutItsMessageAChangeElsewhereIsSeenAfterTheLife() {
        Memory<Integer, String> unreached = node(Neighbours.NONE, () -> false);
        unreached.get(1, this::find);

        memory.forget("group 1");
        pass(LIFE);

        assertThat(unreached.get(1, this::find)).contains("answer 1, 2");
    }

    @Test
    void rubbishFromElsewhereIsNoAnswer() {
        neighbours.rubbish = true;

        assertThat(memory.get(1, this::find)).contains("answer 1, 1");
    }

    /** Nodes that hear of each other only by what lies between them; their messages are lost. */
    private final class TestingNeighbours implements Neighbours {

        private final Map<Address, Left> told = new HashMap<>();
        private final Map<String, Long> changed = new HashMap<>();
        private boolean rubbish;

        private record Left(String text, long end) {}

        @Override
        public Optional<Told> ask(Address address) {
            if (rubbish) {
                return Optional.of(new Told("\u0000nonsense", LIFE));
            }
            Long mark = changed.get(address.place().group());
            Left left = told.get(address);
            return left == null || left.end() <= nanos || (mark != null && nanos < mark)
                    ? Optional.empty()
                    : Optional.of(new Told(left.text(), Duration.ofNanos(left.end() - nanos)));
        }

        @Override
        public void tell(Address address, String text, Duration left) {
            told.put(address, new Left(text, nanos + left.toNanos()));
        }

        @Override
        public void changed(String name, String group, Duration life) {
            changed.put(group, nanos + 2 * life.toNanos());
        }
    }
}
