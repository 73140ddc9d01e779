package io.artifactor.artifact;

import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Content that arrives in pieces, until it is complete and an artifact.
 *
 * @param length of the whole, in bytes
 * @param received so many bytes from the beginning are here and survive a crash
 * @param proposal what the sender says of it
 * @param placement where the sender wants it
 * @param expected what the sender says the digest of the whole is
 * @param digest of the whole, once all is here
 * @param mayRestore whether the same file may come back from the trash instead
 * @param finished whether it became an artifact
 * @param artifact the artifact, unless it is gone again
 * @param restored whether that came back from the trash
 */
public record ResumableUpload(
        UUID id,
        long length,
        long received,
        ArtifactProposal proposal,
        Placement placement,
        Optional<Sha256> expected,
        Optional<Sha256> digest,
        boolean mayRestore,
        boolean finished,
        Optional<ArtifactId> artifact,
        boolean restored,
        Instant expiresAt) {

    public boolean isComplete() {
        return received == length;
    }

    /**
     * So many bytes the sender is told of. The last one is not among them before the whole is an
     * artifact: who asks how far it is would take it for done otherwise, and never come back to end
     * what a full disk, an absent scanner or a killed server left.
     */
    public long acknowledged() {
        return isComplete() && !finished ? Math.max(0, length - 1) : received;
    }
}
