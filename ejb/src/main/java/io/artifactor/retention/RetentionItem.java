package io.artifactor.retention;

import java.util.UUID;

/**
 * What a run did with an artifact.
 *
 * @param outcome {@code trashed}, {@code purged}, or {@code held} by a legal hold
 */
public record RetentionItem(UUID artifact, String outcome) {}
