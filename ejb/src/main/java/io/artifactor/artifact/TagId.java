package io.artifactor.artifact;

import java.util.Objects;
import java.util.UUID;

/** The id of a tag. */
public record TagId(UUID value) {

    public TagId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
