package io.artifactor.outbox;

import java.util.UUID;

/**
 * One event for one reader.
 *
 * @param event its name, for example {@code artifact.changed}
 * @param subject the id of what it happened to
 * @param attempts how often it failed before
 */
public record OutboxRow(long id, String event, UUID subject, int attempts) {}
