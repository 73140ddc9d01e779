package io.artifactor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private final TestingClock clock = new TestingClock();
    private final LocalBuckets buckets = new LocalBuckets(clock, 1_000);

    @Test
    void asManyAsAllowedAreGrantedAndNoMore() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> buckets.take("a", 20)))
                .allMatch(Allowance::granted);

        Allowance refused = buckets.take("a", 20);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatIsLeftIsCountedDown() {
        assertThat(buckets.take("a", 3).remaining()).isEqualTo(2);
        assertThat(buckets.take("a", 3).remaining()).isEqualTo(1);
        assertThat(buckets.take("a", 3).full()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneDoesNotCountForAnother() {
        buckets.take("a", 1);

        assertThat(buckets.take("a", 1).granted()).isFalse();
        assertThat(buckets.take("b", 1).granted()).isTrue();
    }

    @Test
    void timeGivesBackEvenly() {
        IntStream.range(0, 60).forEach(i -> buckets.take("a", 60));

        clock.advance(Duration.ofSeconds(2));

        assertThat(buckets.take("a", 60).granted()).isTrue();
        assertThat(buckets.take("a", 60).granted()).isTrue();
        assertThat(buckets.take("a", 60).granted()).isFalse();
    }

    @Test
    void theirNumberIsBounded() {
        IntStream.range(0, 20_000).forEach(i -> buckets.take("address " + i, 100));

        assertThat(buckets.size()).isLessThanOrEqualTo(1_000);
    }

    /** Time that passes when told to. */
    private static final class TestingClock implements TimeMeter {

        private long nanos = 1_000_000_000L;

        void advance(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
