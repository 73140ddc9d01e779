package io.artifactor.capture;

import io.artifactor.artifact.ArtifactId;
import java.util.Optional;

/**
 * The longest content that was captured of one artifact.
 *
 * @param sourceKey of the artifact
 * @param size in bytes
 * @param position where it stood on its page
 */
record SeenContent(
        ArtifactId artifact, String sourceKey, Key key, long size, String title, int position) {

    /** What identifies a content of one user. */
    record Key(String conversation, String sha256) {

        static Key of(Piece piece) {
            return new Key(piece.conversation(), piece.digest().hex());
        }
    }

    /** An artifact that had this content; empty if that is gone for good. */
    record Owner(Optional<ArtifactId> artifact) {}

    /** Whether it may be the same element of the page: named alike, or at the same place. */
    boolean mayBecome(Piece piece) {
        return key.conversation().equals(piece.conversation())
                && size < piece.bytes().length
                && (title.equals(piece.title()) || position == piece.position());
    }
}
