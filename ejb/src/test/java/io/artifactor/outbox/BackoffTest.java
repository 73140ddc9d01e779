package io.artifactor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void intervalsDoubleUpToTheLongest() {
        assertThat(backoff.next()).hasSeconds(1);
        assertThat(backoff.next()).hasSeconds(2);
        assertThat(backoff.next()).hasSeconds(4);
        assertThat(backoff.next()).hasSeconds(5);
        assertThat(backoff.next()).hasSeconds(5);
    }

    @Test
    void successStartsAgainFromTheFirst() {
        backoff.next();
        backoff.reset();
        assertThat(backoff.isActive()).isFalse();
        assertThat(backoff.next()).hasSeconds(1);
    }
}
