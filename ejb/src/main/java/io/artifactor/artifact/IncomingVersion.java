package io.artifactor.artifact;

import io.artifactor.storage.StoredBlob;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version an import brings; its content is in the store already.
 *
 * @param sourceKey the operation that made it; the same key again is the same version
 * @param problem why that operation could not be applied; the content is the one before it then
 */
public record IncomingVersion(
        VersionId id,
        Line line,
        String sourceKey,
        StoredBlob content,
        VersionLook look,
        Making making,
        @Nullable String problem) {

    /** Where it stands. */
    public record Line(String branch, int number, @Nullable VersionId parent) {}

    /** Which message made it, by which model and when. */
    public record Making(
            @Nullable UUID message, @Nullable String model, @Nullable Instant originAt) {}

    public IncomingVersion {
        Objects.requireNonNull(sourceKey, "sourceKey");
    }
}
