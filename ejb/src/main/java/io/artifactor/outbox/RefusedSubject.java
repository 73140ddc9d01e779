package io.artifactor.outbox;

import java.util.Objects;
import java.util.UUID;

/** A subject a reader could not take, while the rest of the batch went well. */
public record RefusedSubject(UUID subject, String reason) {

    public RefusedSubject {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
    }
}
