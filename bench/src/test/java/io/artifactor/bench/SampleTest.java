package io.artifactor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aSampleKnowsHowManyASecondAndHowLongTheSlowestTook() {
        long[] took = LongStream.rangeClosed(1, 100).map(n -> (101 - n) * MILLI).toArray();

        Sample sample = Sample.of(took, 2_000 * MILLI);

        assertThat(sample).isEqualTo(new Sample(50, 51, 96, 100));
    }

    @Test
    void nothingDoneIsNoSample() {
        assertThatThrownBy(() -> Sample.of(new long[0], MILLI))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(new Spread(3, 1, 8));
    }
}
