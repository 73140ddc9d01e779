package io.artifactor.artifact;

import io.artifactor.hold.HeldThings;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.outbox.Outbox;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to the folders of a workspace. Changes of one workspace's tree follow one another, so
 * that two moves can never make a circle of it.
 */
@Stateless
public class Folders {

    private static final int MOST = 10_000;

    @Inject private FolderRows rows;
    @Inject private Reaches reaches;
    @Inject private ChosenWorkspace chosen;
    @Inject private WorkspaceLocks locks;
    @Inject private Outbox outbox;
    @Inject private TrashSettings trash;
    @Inject private AuditLog audit;
    @Inject private HeldThings held;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** All folders of a workspace, the caller's own if none is named, in order of their paths. */
    public List<FolderView> tree(Caller caller, Optional<WorkspaceId> named) {
        WorkspaceId workspace = chosen.toRead(caller, named);
        List<Folder> folders = rows.all(workspace);
        Map<UUID, Long> counts =
                rows.artifactCounts(workspace, reaches.of(caller).within(workspace));
        Map<UUID, List<Folder>> below = new HashMap<>();
        List<Folder> top = new ArrayList<>();
        for (Folder folder : folders) {
            folder.parent()
                    .map(parent -> below.computeIfAbsent(parent.value(), id -> new ArrayList<>()))
                    .orElse(top)
                    .add(folder);
        }
        List<FolderView> tree = new ArrayList<>(folders.size());
        top.forEach(folder -> addTo(tree, folder, "", below, counts));
        return tree;
    }

    /** Adds the folder and then those below; gives how many artifacts lie there together. */
    private static long addTo(
            List<FolderView> tree,
            Folder folder,
            String place,
            Map<UUID, List<Folder>> below,
            Map<UUID, Long> counts) {
        int position = tree.size();
        long own = counts.getOrDefault(folder.id().value(), 0L);
        String path = place + folder.name();
        tree.add(new FolderView(folder, path, own, own));
        long all = own;
        for (Folder child : below.getOrDefault(folder.id().value(), List.of())) {
            all += addTo(tree, child, path + "/", below, counts);
        }
        tree.set(position, new FolderView(folder, path, own, all));
        return all;
    }

    public Folder get(Caller caller, FolderId id) {
        return rows.readable(caller, id);
    }

    /**
     * Adds an empty folder.
     *
     * @param parentId of the folder it lies in; absent or empty for the top
     */
    public Folder add(
            Caller caller, Optional<WorkspaceId> named, String name, Optional<String> parentId) {
        WorkspaceId workspace = chosen.toWrite(caller, named);
        String checked = NameRules.folder(name);
        locks.holdFolders(workspace);
        Optional<Folder> parent =
                parentId.flatMap(text -> FolderChange.id("parentId", text))
                        .map(id -> parent(workspace, new FolderId(id)));
        refuseDeeper(parent, 1);
        refuseNamesake(workspace, parent, checked, Optional.empty());
        if (rows.count(workspace) >= MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A workspace has at most %,d folders, and this one has them.".formatted(MOST));
        }
        Folder folder = new Folder(workspace, parent, checked, ArtifactLibrary.now());
        entities.persist(folder);
        return folder;
    }

    /** Renames a folder or moves it with all that lies below. */
    public Folder change(
            Caller caller, FolderId id, ExpectedRevision expected, FolderChange change) {
        Folder folder = rows.held(caller, id);
        StaleWrite.refuse(expected, folder.revision(), "folder", folder);
        String name = change.newName(folder);
        Optional<FolderId> parentId = change.newParent(folder);
        boolean moves = !parentId.equals(folder.parent());
        if (!moves && name.equals(folder.name())) {
            return folder;
        }
        Optional<Folder> parent = parentId.map(place -> parent(folder.workspace(), place));
        if (moves) {
            refuseCircle(folder, parent);
            refuseDeeper(parent, rows.height(folder));
        }
        refuseNamesake(folder.workspace(), parent, name, Optional.of(id));
        String oldTrail = folder.trail();
        folder.place(parent, name, ArtifactLibrary.now());
        entities.flush();
        if (moves) {
            rows.follow(folder, oldTrail);
        }
        outbox.appendAll(ArtifactLibrary.CHANGED, rows.artifactsBelow(folder));
        return folder;
    }

    /** Deletes a folder; what lies in it decides, unless it is empty. */
    public void delete(
            Caller caller, FolderId id, ExpectedRevision expected, FolderContents contents) {
        Folder folder = rows.held(caller, id);
        StaleWrite.refuse(expected, folder.revision(), "folder", folder);
        held.refuseFolders(caller, rows.subtree(folder));
        List<UUID> changed = rows.artifactsBelow(folder);
        if (contents != FolderContents.MOVE_TO_PARENT) {
            // What others keep private there is not the caller's to see or to delete.
            rows.liftHidden(folder, reaches.of(caller));
        }
        switch (contents) {
            case REFUSE -> refuseFull(folder);
            case MOVE_TO_PARENT -> {
                refuseClashes(folder);
                rows.emptyIntoParent(folder);
            }
            case TRASH -> {
                List<UUID> going = rows.artifactsBelow(folder);
                held.refuseAny(caller, going);
                rows.trashArtifacts(folder, trash.deletion(caller, ArtifactLibrary.now()));
                outbox.appendAll(ArtifactLibrary.DELETED, going, caller.user().value());
                audit.appendAll(caller, "artifact-deleted", "artifact", going);
            }
        }
        rows.delete(folder);
        audit.append(AuditEvent.by(caller, "folder-deleted", "folder:" + id));
        outbox.appendAll(ArtifactLibrary.CHANGED, changed);
    }

    private Folder parent(WorkspaceId workspace, FolderId id) {
        return rows.find(workspace, id)
                .orElseThrow(() -> Problem.invalid("parentId", "is no folder of this workspace."));
    }

    private static void refuseCircle(Folder folder, Optional<Folder> parent) {
        if (parent.filter(place -> place.isWithin(folder)).isPresent()) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A folder cannot be moved into itself, or into a folder below it.");
        }
    }

    private static void refuseDeeper(Optional<Folder> parent, int height) {
        if (parent.map(Folder::depth).orElse(0) + height > Folder.DEEPEST) {
            throw Problem.invalid(
                    "parentId",
                    "lies too deep: folders lie at most %d deep.".formatted(Folder.DEEPEST));
        }
    }

    private void refuseNamesake(
            WorkspaceId workspace, Optional<Folder> parent, String name, Optional<FolderId> self) {
        if (rows.hasNamesake(workspace, parent.map(Folder::id), name, self)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There is a folder \"%s\" there already.".formatted(name));
        }
    }

    private void refuseFull(Folder folder) {
        if (!rows.isEmpty(folder)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The folder is not empty. Say with contents=moveToParent or contents=trash what"
                            + " becomes of what lies in it.");
        }
    }

    private void refuseClashes(Folder folder) {
        List<String> clashes = rows.clashesInParent(folder);
        if (!clashes.isEmpty()) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There is a folder \"%s\" where this one lies already; rename one of them."
                            .formatted(clashes.getFirst()));
        }
    }
}
