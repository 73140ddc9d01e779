package io.artifactor.retention;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a run of a rule. */
public record RunId(UUID value) {

    public RunId {
        Objects.requireNonNull(value, "value");
    }

    static RunId next() {
        return new RunId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
