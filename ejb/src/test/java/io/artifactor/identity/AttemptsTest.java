package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "9,0", "10,1", "11,2", "15,32", "19,512", "20,900", "100000,900"})
    void everyFailureBeyondTheFreeOnesDoublesTheDelay(int failures, int seconds) {
        assertThat(Attempts.delay(failures, 10)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aNameIsOneInAnyCapitalsAndDoesNotStandInTheKey() {
        AttemptLane lane = AttemptLane.ofAccount("Ada");

        assertThat(lane).isEqualTo(AttemptLane.ofAccount("aDA"));
        assertThat(lane).isNotEqualTo(AttemptLane.ofAccount("Adam"));
        assertThat(lane.key()).matches("account [0-9a-f]{64}");
    }
}
