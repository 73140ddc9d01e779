package io.artifactor.capture;

import io.artifactor.storage.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises an answer that was still being written when it was last seen: what was kept of it is
 * where the new content begins. Only digests are compared, so nothing is read back. Each artifact
 * grows once. Used by one thread.
 */
final class Growth {

    private final List<SeenContent> seen;

    /**
     * @param shown what is on the page at this moment; an element that still stands there did not
     *     become another
     */
    Growth(List<SeenContent> seen, Set<SeenContent.Key> shown) {
        this.seen =
                new ArrayList<>(
                        seen.stream()
                                .filter(it -> !shown.contains(it.key()))
                                .sorted(Comparator.comparingLong(SeenContent::size))
                                .toList());
    }

    /** What the piece grew out of, the longest if there are several; it is not found again. */
    Optional<SeenContent> origin(Piece piece) {
        MessageDigest digest = Sha256.newDigest();
        int done = 0;
        Optional<SeenContent> origin = Optional.empty();
        for (SeenContent content : seen) {
            if (content.mayBecome(piece)) {
                int size = (int) content.size();
                digest.update(piece.bytes(), done, size - done);
                done = size;
                if (content.key().sha256().equals(soFar(digest).hex())) {
                    origin = Optional.of(content);
                }
            }
        }
        origin.ifPresent(seen::remove);
        return origin;
    }

    private static Sha256 soFar(MessageDigest digest) {
        try {
            return Sha256.ofDigest(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The runtime's SHA-256 can be copied", e);
        }
    }
}
