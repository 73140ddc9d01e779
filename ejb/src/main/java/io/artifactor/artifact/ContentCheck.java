package io.artifactor.artifact;

import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import java.util.Optional;

/**
 * What one look at stored content found.
 *
 * @param expected what should be there
 * @param found what is there; empty if it is missing or cannot be read
 */
public record ContentCheck(StoredBlob expected, Integrity outcome, Optional<StoredBlob> found) {

    static ContentCheck found(StoredBlob expected, StoredBlob found) {
        Integrity outcome = expected.equals(found) ? Integrity.OK : Integrity.CORRUPT;
        return new ContentCheck(expected, outcome, Optional.of(found));
    }

    static ContentCheck missing(StoredBlob expected) {
        return new ContentCheck(expected, Integrity.MISSING, Optional.empty());
    }

    static ContentCheck unreadable(StoredBlob expected) {
        return new ContentCheck(expected, Integrity.CORRUPT, Optional.empty());
    }

    public Sha256 digest() {
        return expected.digest();
    }
}
