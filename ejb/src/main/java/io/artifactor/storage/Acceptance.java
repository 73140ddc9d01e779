package io.artifactor.storage;

import java.util.Optional;

/**
 * Under which conditions content is taken in.
 *
 * @param maxSize in bytes; one byte more is refused while reading, not after
 * @param digest what the sender says the content's digest is
 * @param inspected whether it is inspected before it is stored
 */
public record Acceptance(long maxSize, Optional<Sha256> digest, boolean inspected) {

    public Acceptance {
        if (maxSize < 0) {
            throw new IllegalArgumentException("A limit is not negative: " + maxSize);
        }
    }

    public Acceptance(long maxSize, Optional<Sha256> digest) {
        this(maxSize, digest, true);
    }

    public static Acceptance upTo(long maxSize) {
        return new Acceptance(maxSize, Optional.empty());
    }

    public Acceptance matching(Sha256 expected) {
        return new Acceptance(maxSize, Optional.of(expected), inspected);
    }

    /**
     * For content that is only taken apart: what is taken out of it is inspected, and it itself
     * before it is handed out again.
     */
    public Acceptance forTakingApart() {
        return new Acceptance(maxSize, digest, false);
    }
}
