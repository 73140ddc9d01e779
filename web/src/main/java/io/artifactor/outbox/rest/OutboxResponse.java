package io.artifactor.outbox.rest;

import io.artifactor.outbox.Backlog;
import io.artifactor.outbox.ParkedRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The state of the outbox. */
@Schema(name = "Outbox")
public record OutboxResponse(List<Reader> readers, List<Parked> parked) {

    public OutboxResponse {
        readers = List.copyOf(readers);
        parked = List.copyOf(parked);
    }

    static OutboxResponse of(List<Backlog> backlogs, List<ParkedRow> parked) {
        return new OutboxResponse(
                backlogs.stream().map(Reader::of).toList(),
                parked.stream().map(Parked::of).toList());
    }

    /** What waits for one reader. */
    @Schema(name = "OutboxReader")
    public record Reader(
            String reader,
            long waiting,
            long parked,
            @Schema(description = "Since when the first row waits") @Nullable Instant oldest) {

        static Reader of(Backlog backlog) {
            return new Reader(
                    backlog.reader(), backlog.waiting(), backlog.parked(), backlog.oldest());
        }
    }

    /** A row that failed too often. */
    @Schema(name = "ParkedRow")
    public record Parked(
            long id,
            String reader,
            String event,
            UUID subject,
            int attempts,
            @Nullable String lastError,
            Instant parkedAt) {

        static Parked of(ParkedRow row) {
            return new Parked(
                    row.id(),
                    row.reader(),
                    row.event(),
                    row.subject(),
                    row.attempts(),
                    row.lastError(),
                    row.parkedAt());
        }
    }
}
