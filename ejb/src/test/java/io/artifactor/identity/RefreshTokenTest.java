package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static RefreshToken first() {
        return new RefreshToken(
                new SessionKey(new UserId(UUID.randomUUID()), UUID.randomUUID()),
                Secret.next(Secret.Kind.REFRESH),
                SessionTerms.TOKENS,
                Origin.NONE,
                START);
    }

    private static RefreshToken renewed(RefreshToken before, Instant at) {
        return new RefreshToken(before, Secret.next(Secret.Kind.REFRESH), Origin.NONE, at);
    }

    @Test
    void aTokenIsGoodForThirtyDays() {
        assertThat(first().isOverAt(START.plus(Duration.ofDays(30)).minusSeconds(1))).isFalse();
        assertThat(first().isOverAt(START.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void renewingGivesThirtyDaysMore() {
        Instant later = START.plus(Duration.ofDays(29));

        assertThat(renewed(first(), later).isOverAt(later.plus(Duration.ofDays(29)))).isFalse();
    }

    @Test
    void noRenewalOutlivesTheNinetiethDayOfItsSignIn() {
        RefreshToken last = first();
        for (int day = 10; day < 90; day += 10) {
            last = renewed(last, START.plus(Duration.ofDays(day)));
        }

        assertThat(last.isOverAt(START.plus(Duration.ofDays(90)).minusSeconds(1))).isFalse();
        assertThat(last.isOverAt(START.plus(Duration.ofDays(90)))).isTrue();
    }
}
