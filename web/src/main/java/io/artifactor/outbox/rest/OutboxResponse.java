package io.artifactor.outbox.rest;

import io.artifactor.outbox.Backlog;
import io.artifactor.outbox.ParkedRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of the outbox. */
@Schema(name = "Outbox")
public record OutboxResponse(List<Backlog> readers, List<ParkedRow> parked) {

    public OutboxResponse {
        readers = List.copyOf(readers);
        parked = List.copyOf(parked);
    }
}
