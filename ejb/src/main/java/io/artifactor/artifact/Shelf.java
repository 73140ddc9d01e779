package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts artifacts where they belong: folder, category, tags, properties. Whatever is not of the
 * artifact's own workspace is refused as not there, whoever may read it.
 */
@ApplicationScoped
class Shelf {

    @Inject private FolderRows folders;
    @Inject private CategoryRows categories;
    @Inject private TagRows tags;
    @Inject private WorkspaceLocks locks;

    /**
     * Places an artifact that has no row yet. If nobody says in which category, its file name does.
     *
     * @return the tags to be given once there is a row
     */
    TagNames placeNew(Artifact artifact, Placement placement) {
        TagNames names = TagNames.checked(placement.tags() == null ? List.of() : placement.tags());
        if (!names.isEmpty()) {
            locks.useTags(artifact.workspace());
        }
        UUID category =
                placement.category() == null
                        ? categories
                                .of(artifact.workspace(), artifact.fileName())
                                .map(CategoryId::value)
                                .orElse(null)
                        : category(artifact, placement);
        ArtifactPlace place =
                new ArtifactPlace(
                        folder(artifact, placement),
                        category,
                        properties(artifact, placement),
                        artifact.place().readers());
        artifact.move(artifact.workspace(), place, false, artifact.createdAt());
        return names;
    }

    /** Refuses early what could not be placed once there is an artifact. */
    void check(WorkspaceId workspace, Placement placement) {
        requireFolder(workspace, placement.folder());
        requireCategory(workspace, placement.category());
        TagNames.checked(placement.tags() == null ? List.of() : placement.tags());
    }

    void give(Artifact artifact, TagNames names) {
        tags.give(artifact, names);
    }

    /** To be called before the row of an artifact is locked whose tags are to change. */
    void useTags(WorkspaceId workspace) {
        locks.useTags(workspace);
    }

    /** Says whether anything differs. */
    boolean change(Artifact artifact, Placement placement, Instant at) {
        ArtifactPlace place =
                new ArtifactPlace(
                        folder(artifact, placement),
                        category(artifact, placement),
                        properties(artifact, placement),
                        artifact.place().readers());
        boolean retagged =
                placement.tags() != null
                        && tags.replace(artifact, TagNames.checked(placement.tags()));
        return artifact.move(artifact.workspace(), place, retagged, at);
    }

    private @Nullable UUID folder(Artifact artifact, Placement placement) {
        if (placement.folder() == null) {
            return artifact.place().folderId();
        }
        return requireFolder(artifact.workspace(), placement.folder());
    }

    private @Nullable UUID category(Artifact artifact, Placement placement) {
        if (placement.category() == null) {
            return artifact.place().categoryId();
        }
        return requireCategory(artifact.workspace(), placement.category());
    }

    private @Nullable UUID requireFolder(WorkspaceId workspace, @Nullable String folder) {
        Optional<UUID> id = FolderChange.id("folderId", folder == null ? "" : folder);
        if (id.isPresent() && folders.find(workspace, new FolderId(id.get())).isEmpty()) {
            throw Problem.invalid("folderId", "is no folder of the artifact's workspace.");
        }
        return id.orElse(null);
    }

    private @Nullable UUID requireCategory(WorkspaceId workspace, @Nullable String category) {
        Optional<UUID> id = FolderChange.id("categoryId", category == null ? "" : category);
        if (id.isPresent() && categories.find(workspace, new CategoryId(id.get())).isEmpty()) {
            throw Problem.invalid("categoryId", "is no category of the artifact's workspace.");
        }
        return id.orElse(null);
    }

    private static String properties(Artifact artifact, Placement placement) {
        return placement.properties() == null
                ? artifact.place().properties()
                : CustomProperties.checked(placement.properties()).json();
    }
}
