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
}
