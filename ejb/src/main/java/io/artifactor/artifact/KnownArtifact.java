package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import java.util.List;
import java.util.Optional;

/**
 * An imported artifact that is kept already, with all its versions in the order of their branches
 * and numbers.
 *
 * @param owner none if it was purged
 */
public record KnownArtifact(
        ArtifactId id,
        Optional<UserId> owner,
        ArtifactLook look,
        Optional<ArtifactHead> head,
        boolean deleted,
        List<KnownVersion> versions) {

    public KnownArtifact {
        versions = List.copyOf(versions);
    }

    /** One whose rows are gone for good. */
    static KnownArtifact purged(ArtifactId id, String title) {
        ArtifactLook look =
                new ArtifactLook(
                        title, ArtifactKind.OTHER, null, "application/octet-stream", title);
        return new KnownArtifact(id, Optional.empty(), look, Optional.empty(), true, List.of());
    }

    public Optional<KnownVersion> headVersion() {
        return head.flatMap(
                shown -> versions.stream().filter(it -> it.id().equals(shown.id())).findFirst());
    }
}
