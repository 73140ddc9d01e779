package io.artifactor.search;

import java.time.Instant;
import java.util.UUID;

/**
 * A search somebody keeps under a name.
 *
 * @param query as the edge wrote it down, a JSON object
 */
public record SavedSearch(
        UUID id, String name, String query, Instant createdAt, Instant updatedAt, int revision) {}
