package io.artifactor.activity;

import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for.
 *
 * @param type the event, such as {@code artifact.added}
 */
public record ActivityFilter(
        Optional<UUID> workspace,
        Optional<UUID> artifact,
        Optional<UUID> actor,
        Optional<String> type,
        Span span) {

    /**
     * @param from the first instant
     * @param to the first instant that is not asked for any more
     */
    public record Span(Optional<Instant> from, Optional<Instant> to) {

        /** As an edge receives it. */
        public static Span of(@Nullable Instant from, @Nullable Instant to) {
            if (from != null && to != null && !from.isBefore(to)) {
                throw Problem.invalid("from", "must be before `to`.");
            }
            return new Span(Optional.ofNullable(from), Optional.ofNullable(to));
        }
    }

    public ActivityFilter {
        type = type.map(it -> Verb.asked(it).event());
    }
}
