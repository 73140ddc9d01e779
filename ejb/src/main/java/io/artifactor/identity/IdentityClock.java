package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time as rows keep it: in microseconds, so that what is answered equals what is read again.
 */
@ApplicationScoped
class IdentityClock {

    private final Clock clock = Clock.systemUTC();

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
