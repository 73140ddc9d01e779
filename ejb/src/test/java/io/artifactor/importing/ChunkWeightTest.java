package io.artifactor.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ChunkWeightTest {

    private final TestingClock clock = new TestingClock();
    private final ChunkWeight chunk = new ChunkWeight(clock);

    @Test
    void nothingReadIsNotFullHoweverLongItTakes() {
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(chunk.isFull()).isFalse();
    }

    @Test
    void manyRecordsFillAChunk() {
        for (int i = 1; i < ChunkWeight.RECORDS; i++) {
            chunk.add(RecordsForTests.skipped(i, 1));
        }
        assertThat(chunk.isFull()).isFalse();
        chunk.add(RecordsForTests.skipped(ChunkWeight.RECORDS, 1));
        assertThat(chunk.isFull()).isTrue();
    }

    @Test
    void manyBytesFillAChunk() {
        chunk.add(RecordsForTests.skipped(1, ChunkWeight.BYTES));
        assertThat(chunk.isFull()).isTrue();
        chunk.clear();
        chunk.add(RecordsForTests.skipped(2, 10));
        assertThat(chunk.isFull()).isFalse();
    }

    @Test
    void aRecordDoesNotWaitForLong() {
        chunk.add(RecordsForTests.skipped(1, 10));
        clock.now = clock.now.plus(ChunkWeight.WAIT);
        assertThat(chunk.isFull()).isTrue();
        chunk.clear();
        assertThat(chunk.isFull()).isFalse();
        chunk.add(RecordsForTests.skipped(2, 20));
        assertThat(chunk.isFull()).isFalse();
    }

    private static final class TestingClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
