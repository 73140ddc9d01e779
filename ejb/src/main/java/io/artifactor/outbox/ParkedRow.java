package io.artifactor.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that failed too often and waits for the administrator. */
public record ParkedRow(
        long id,
        String reader,
        String event,
        UUID subject,
        int attempts,
        @Nullable String lastError,
        Instant parkedAt) {}
