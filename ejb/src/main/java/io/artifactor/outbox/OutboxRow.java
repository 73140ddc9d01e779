package io.artifactor.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event for one reader.
 *
 * @param event its name, for example {@code artifact.changed}
 * @param subject the id of what it happened to
 * @param attempts how often it failed before
 * @param actor who did it, if the event was told
 * @param at when it happened
 */
public record OutboxRow(
        long id, String event, UUID subject, int attempts, @Nullable UUID actor, Instant at) {}
