package io.artifactor.hold;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a legal hold. */
public record HoldId(UUID value) {

    public HoldId {
        Objects.requireNonNull(value, "value");
    }

    static HoldId next() {
        return new HoldId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
