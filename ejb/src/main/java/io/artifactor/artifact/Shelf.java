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
        Optional<CategoryId> category =
                placement.category() == null
                        ? categories.of(artifact.workspace(), artifact.fileName())
                        : category(artifact.workspace(), placement.category());
        artifact.place(
                folder(artifact, placement),
                category.map(CategoryId::value).orElse(null),
                properties(artifact, placement),
                artifact.createdAt());
        return names;
    }

    void give(Artifact artifact, TagNames names) {
        tags.give(artifact, names);
    }

    /** To be called before the artifact's row is locked. */
    void prepare(WorkspaceId workspace, Placement placement) {
        if (placement.tags() != null) {
            locks.useTags(workspace);
        }
    }

    /** Says whether anything differs. */
    boolean change(Artifact artifact, Placement placement, Instant at) {
        boolean moved =
                artifact.place(
                        folder(artifact, placement),
                        changedCategory(artifact, placement),
                        properties(artifact, placement),
                        at);
        boolean retagged =
                placement.tags() != null
                        && tags.replace(artifact, TagNames.checked(placement.tags()));
        if (retagged) {
            artifact.touch(at);
        }
        return moved || retagged;
    }

    private @Nullable UUID folder(Artifact artifact, Placement placement) {
        if (placement.folder() == null) {
            return artifact.folder().map(FolderId::value).orElse(null);
        }
        Optional<UUID> id = FolderChange.id("folderId", placement.folder());
        if (id.isPresent()
                && folders.find(artifact.workspace(), new FolderId(id.get())).isEmpty()) {
            throw Problem.invalid("folderId", "is no folder of the artifact's workspace.");
        }
        return id.orElse(null);
    }

    private @Nullable UUID changedCategory(Artifact artifact, Placement placement) {
        Optional<CategoryId> changed =
                placement.category() == null
                        ? artifact.category()
                        : category(artifact.workspace(), placement.category());
        return changed.map(CategoryId::value).orElse(null);
    }

    private Optional<CategoryId> category(WorkspaceId workspace, String text) {
        Optional<CategoryId> id = FolderChange.id("categoryId", text).map(CategoryId::new);
        if (id.isPresent() && categories.find(workspace, id.get()).isEmpty()) {
            throw Problem.invalid("categoryId", "is no category of the artifact's workspace.");
        }
        return id;
    }

    private static CustomProperties properties(Artifact artifact, Placement placement) {
        return placement.properties() == null
                ? artifact.properties()
                : CustomProperties.checked(placement.properties());
    }
}
