package io.artifactor.artifact.rest;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactView;
import io.artifactor.artifact.VersionId;
import io.artifactor.storage.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an archive of artifacts holds, and what it does not. */
public record ZipManifest(Instant createdAt, List<Item> items) {

    public ZipManifest {
        items = List.copyOf(items);
    }

    /**
     * One of the artifacts asked for.
     *
     * @param outcome {@code done}, {@code notFound} or, for content that is damaged, {@code
     *     missing}
     * @param name of its entry in the archive
     */
    public record Item(
            UUID id,
            String outcome,
            @Nullable String name,
            @Nullable String title,
            @Nullable UUID versionId,
            @Nullable String branch,
            @Nullable Integer version,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String sha256) {

        static Item notFound(UUID id) {
            return new Item(id, "notFound", null, null, null, null, null, null, null, null);
        }

        static Item of(ArtifactView view, String outcome, @Nullable String name) {
            Artifact artifact = view.artifact();
            return new Item(
                    artifact.id().value(),
                    outcome,
                    name,
                    artifact.title(),
                    artifact.head().map(VersionId::value).orElse(null),
                    artifact.branch(),
                    view.head().map(ArtifactVersion::number).orElse(null),
                    artifact.mediaType(),
                    artifact.size(),
                    artifact.sha256().map(Sha256::hex).orElse(null));
        }
    }
}
