package io.artifactor.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private long nanos = -5;
    private final Circuit circuit = new Circuit(() -> nanos);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed();
        }
    }

    @Test
    void someFailuresInARowStopTheAsking() {
        fail(2);
        assertThat(circuit.lets()).isTrue();

        assertThat(circuit.failed()).isTrue();
        assertThat(circuit.lets()).isFalse();
        assertThat(circuit.failed()).isFalse();
    }

    @Test
    void anAnswerBetweenFailuresStartsAnew() {
        fail(2);
        circuit.succeeded();
        fail(2);

        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void afterARestOneTriesForAll() {
        fail(3);
        nanos += Duration.ofSeconds(3).toNanos();

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isFalse();
    }

    @Test
    void anAnswerToTheOneOpensItForAll() {
        fail(3);
        nanos += Duration.ofSeconds(3).toNanos();
        circuit.lets();
        circuit.succeeded();

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void aFailureOfTheOneMeansAnotherRest() {
        fail(3);
        nanos += Duration.ofSeconds(3).toNanos();
        circuit.lets();
        circuit.failed();
        nanos += Duration.ofSeconds(2).toNanos();

        assertThat(circuit.lets()).isFalse();
    }
}
