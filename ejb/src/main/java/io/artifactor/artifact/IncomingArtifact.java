package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as an import leaves it, and the versions it brings.
 *
 * @param isNew whether there is no row of it yet
 * @param origin where it belongs and came from; fixed once it is kept
 * @param versions the new ones, each after its parent
 */
public record IncomingArtifact(
        ArtifactId id,
        boolean isNew,
        Origin origin,
        ArtifactLook look,
        ArtifactHead head,
        List<IncomingVersion> versions) {

    /**
     * @param sourceKey the same key again is the same artifact
     * @param conversation where it was made, if it was made in one
     */
    public record Origin(
            WorkspaceId workspace,
            UserId owner,
            Source source,
            String sourceKey,
            @Nullable UUID conversation) {

        public Origin {
            Objects.requireNonNull(sourceKey, "sourceKey");
        }
    }

    public IncomingArtifact {
        versions = List.copyOf(versions);
    }
}
