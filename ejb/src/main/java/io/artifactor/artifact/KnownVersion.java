package io.artifactor.artifact;

import io.artifactor.storage.StoredBlob;
import java.util.Optional;

/**
 * A version that is kept already, as much of it as an import needs.
 *
 * @param sourceKey the operation of the import that made it; empty for one made here by hand
 */
public record KnownVersion(
        VersionId id,
        String branch,
        int number,
        Optional<String> sourceKey,
        StoredBlob content,
        VersionLook look) {}
