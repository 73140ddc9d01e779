package io.artifactor.retention;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a rule of age. */
public record RuleId(UUID value) {

    public RuleId {
        Objects.requireNonNull(value, "value");
    }

    static RuleId next() {
        return new RuleId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
