package io.artifactor.operation;

import java.util.Objects;
import java.util.UUID;

/** The id of an operation, which is that of the feature's own thing. */
public record OperationId(UUID value) {

    public OperationId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
