package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a folder. */
public record FolderId(UUID value) {

    public FolderId {
        Objects.requireNonNull(value, "value");
    }

    static FolderId next() {
        return new FolderId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
