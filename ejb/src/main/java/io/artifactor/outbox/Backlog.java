package io.artifactor.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for one reader. */
public record Backlog(String reader, long waiting, long parked, @Nullable Instant oldest) {}
