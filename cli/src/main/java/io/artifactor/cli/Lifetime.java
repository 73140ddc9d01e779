package io.artifactor.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When something ends by itself. */
final class Lifetime {

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Ends in so many days; otherwise when the server says, if ever.")
    private @Nullable Long days;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "Ends at this instant, instead of --days.")
    private @Nullable Instant expires;

    Optional<Instant> end() {
        if (days == null) {
            return Optional.ofNullable(expires);
        }
        if (expires != null) {
            throw Failure.usage("--days and --expires say the same; give one of them");
        }
        if (days < 1) {
            throw Failure.usage("--days has to be 1 or more, and is " + days);
        }
        Instant end = Instant.now().plus(Duration.ofDays(days));
        return Optional.of(end.truncatedTo(ChronoUnit.SECONDS));
    }
}
