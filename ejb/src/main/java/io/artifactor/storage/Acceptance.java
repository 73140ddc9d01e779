package io.artifactor.storage;

import java.util.Optional;

/**
 * Under which conditions content is taken in.
 *
 * @param maxSize in bytes; one byte more is refused while reading, not after
 * @param digest what the sender says the content's digest is
 */
public record Acceptance(long maxSize, Optional<Sha256> digest) {

    public Acceptance {
        if (maxSize < 0) {
            throw new IllegalArgumentException("A limit is not negative: " + maxSize);
        }
    }

    public static Acceptance upTo(long maxSize) {
        return new Acceptance(maxSize, Optional.empty());
    }

    public Acceptance matching(Sha256 expected) {
        return new Acceptance(maxSize, Optional.of(expected));
    }
}
