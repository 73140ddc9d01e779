package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of an artifact; time-ordered, so neighbours in time are neighbours in the index. */
public record ArtifactId(UUID value) {

    public ArtifactId {
        Objects.requireNonNull(value, "value");
    }

    public static ArtifactId next() {
        return new ArtifactId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
