package io.artifactor.storage;

import java.util.Objects;

/**
 * Content that is durably in the store.
 *
 * @param size in bytes
 */
public record StoredBlob(Sha256 digest, long size) {

    public StoredBlob {
        Objects.requireNonNull(digest, "digest");
        if (size < 0) {
            throw new IllegalArgumentException("A size is not negative: " + size);
        }
    }
}
