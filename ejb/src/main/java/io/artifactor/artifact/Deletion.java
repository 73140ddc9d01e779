package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import java.time.Instant;

/**
 * That somebody put an artifact into the trash.
 *
 * @param until when the trash lets go of it
 */
public record Deletion(Instant at, UserId by, Instant until) {}
