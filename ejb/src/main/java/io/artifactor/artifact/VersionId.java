package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a version of an artifact; time-ordered, so neighbours in time are neighbours in the
 * index.
 */
public record VersionId(UUID value) {

    public VersionId {
        Objects.requireNonNull(value, "value");
    }

    public static VersionId next() {
        return new VersionId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
