package io.artifactor.artifact;

import io.artifactor.malware.Look;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import java.util.Optional;

/**
 * What one look at stored content found.
 *
 * @param expected what should be there
 * @param found what is there; empty if it is missing or cannot be read
 * @param look what the malware scanner says of it
 */
public record ContentCheck(
        StoredBlob expected, Integrity outcome, Optional<StoredBlob> found, Look look) {

    static ContentCheck found(StoredBlob expected, StoredBlob found) {
        Integrity outcome = expected.equals(found) ? Integrity.OK : Integrity.CORRUPT;
        return new ContentCheck(expected, outcome, Optional.of(found), Look.NOTHING);
    }

    static ContentCheck missing(StoredBlob expected) {
        return new ContentCheck(expected, Integrity.MISSING, Optional.empty(), Look.NOTHING);
    }

    static ContentCheck unreadable(StoredBlob expected) {
        return new ContentCheck(expected, Integrity.CORRUPT, Optional.empty(), Look.NOTHING);
    }

    ContentCheck with(Look seen) {
        return new ContentCheck(expected, outcome, found, seen);
    }

    /** Whether it is what it should be, and nobody finds anything in it. */
    public boolean isSound() {
        return outcome == Integrity.OK && look.finding().isEmpty();
    }

    public Sha256 digest() {
        return expected.digest();
    }
}
