package io.artifactor.importing;

import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.VersionLook;
import io.artifactor.storage.StoredBlob;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version as it was read, its content put into the store.
 *
 * @param key what makes it the same version the next time
 * @param parent the key of the version it was made from
 * @param problem why the change that should have made it could not be applied
 */
record ReadVersion(
        String key,
        @Nullable String parent,
        StoredBlob content,
        VersionLook look,
        IncomingVersion.Making making,
        @Nullable String problem) {

    ReadVersion {
        Objects.requireNonNull(key, "key");
    }
}
