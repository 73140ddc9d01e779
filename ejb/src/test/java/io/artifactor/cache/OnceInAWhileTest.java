package io.artifactor.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnceInAWhileTest {

    @Test
    void theSameIsNewOnlyOnce() {
        OnceInAWhile noted = new OnceInAWhile(Duration.ofHours(1));

        assertThat(noted.isNew("a")).isTrue();
        assertThat(noted.isNew("a")).isFalse();
        assertThat(noted.isNew("b")).isTrue();
    }

    @Test
    void afterTheWhileItIsNewAgain() {
        OnceInAWhile noted = new OnceInAWhile(Duration.ZERO);

        assertThat(noted.isNew("a")).isTrue();
        assertThat(noted.isNew("a")).isTrue();
    }
}
