package io.artifactor.artifact;

import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** The id of a share link, which opens nothing. */
public record ShareLinkId(UUID value) {

    public ShareLinkId {
        Objects.requireNonNull(value, "value");
    }

    static ShareLinkId next() {
        return new ShareLinkId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
