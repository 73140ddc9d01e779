package io.artifactor.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody did: once, or several times within ten minutes.
 *
 * @param id of the line
 * @param type the event, such as {@code artifact.added}
 * @param subject what it was done to, the first time
 * @param count how many times
 * @param at the first time
 * @param until the last time
 */
public record Activity(
        UUID id,
        UUID workspace,
        Actor actor,
        String type,
        Subject subject,
        long count,
        Instant at,
        Instant until) {

    /** A user. */
    public record Actor(UUID id, String name) {}

    /**
     * @param type artifact, conversation or import
     * @param title as it was then
     */
    public record Subject(String type, UUID id, String title) {}
}
