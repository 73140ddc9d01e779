package io.artifactor.operation;

import io.artifactor.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Work that takes longer than a request, as it stands now.
 *
 * @param kind of work, such as {@code import}
 * @param title what it is about; private to its owner
 * @param phase the feature's own word for where it is
 * @param counts what came of it so far, by the feature's own words
 */
public record Operation(
        OperationId id,
        String kind,
        UserId owner,
        Optional<String> title,
        State state,
        String phase,
        Progress progress,
        Map<String, Long> counts,
        Optional<Failure> failure,
        Times times) {

    /** Where it stands, the same for all kinds. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        STOPPED;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param done of the total
     * @param unit such as {@code bytes}
     */
    public record Progress(long done, long total, String unit) {}

    /** Why it failed; private to its owner. */
    public record Failure(String code, String detail) {}

    /** When it was made, last begun, and ended. */
    public record Times(Instant created, Optional<Instant> started, Optional<Instant> ended) {}

    public Operation {
        counts = Map.copyOf(new TreeMap<>(counts));
    }

    /** What an administrator sees of somebody else's. */
    Operation withoutContent() {
        return new Operation(
                id,
                kind,
                owner,
                Optional.empty(),
                state,
                phase,
                progress,
                counts,
                failure.map(it -> new Failure(it.code(), "")),
                times);
    }

    /** Units a second since it was last begun; empty before it has got anywhere. */
    public Optional<Double> rate(Instant now) {
        if (times.started().isEmpty() || progress.done() == 0) {
            return Optional.empty();
        }
        Instant end = times.ended().orElse(now);
        double seconds = Duration.between(times.started().get(), end).toMillis() / 1_000.0;
        return seconds <= 0 ? Optional.empty() : Optional.of(progress.done() / seconds);
    }

    /** How long it will still take at this rate. */
    public Optional<Duration> left(Instant now) {
        if (state != State.RUNNING) {
            return Optional.empty();
        }
        long rest = Math.max(0, progress.total() - progress.done());
        return rate(now).map(rate -> Duration.ofMillis((long) (rest * 1_000 / rate)));
    }
}
