package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of folders; a subtree of any size is changed by the same few statements. */
@ApplicationScoped
class FolderRows {

    /** Of the folder's workspace, all that lies in it and below; parameters workspace and below. */
    private static final String SUBTREE =
            "(select id from folder where workspace_id = :workspace and trail like :below)";

    @Inject private ChosenWorkspace chosen;
    @Inject private WorkspaceLocks locks;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    Folder readable(Caller caller, FolderId id) {
        return Optional.ofNullable(entities.find(Folder.class, id.value()))
                .filter(folder -> chosen.mayRead(caller, folder.workspace()))
                .orElseThrow(() -> missing(id));
    }

    /** The folder to be changed, with nobody else changing the tree it stands in. */
    Folder held(Caller caller, FolderId id) {
        UUID workspace =
                entities.createQuery(
                                "select f.workspaceId from Folder f where f.id = :id", UUID.class)
                        .setParameter("id", id.value())
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> missing(id));
        chosen.requireEditor(caller, new WorkspaceId(workspace), missing(id));
        locks.holdFolders(new WorkspaceId(workspace));
        return Optional.ofNullable(entities.find(Folder.class, id.value()))
                .orElseThrow(() -> missing(id));
    }

    private static Problem missing(FolderId id) {
        return Problem.notFound("folder", id);
    }

    /** The folder, if it is one of the workspace. */
    Optional<Folder> find(WorkspaceId workspace, FolderId id) {
        return Optional.ofNullable(entities.find(Folder.class, id.value()))
                .filter(folder -> folder.workspace().equals(workspace));
    }

    List<Folder> all(WorkspaceId workspace) {
        return entities.createQuery(
                        "select f from Folder f where f.workspaceId = :workspace"
                                + " order by f.nameKey, f.id",
                        Folder.class)
                .setParameter("workspace", workspace.value())
                .getResultList();
    }

    long count(WorkspaceId workspace) {
        return entities.createQuery(
                        "select count(f) from Folder f where f.workspaceId = :workspace",
                        Long.class)
                .setParameter("workspace", workspace.value())
                .getSingleResult();
    }

    /** How many artifacts lie in each folder that is not empty. */
    Map<UUID, Long> artifactCounts(WorkspaceId workspace, Reach reach) {
        return ArtifactCounts.by("folderId", entities, workspace, reach);
    }

    boolean hasNamesake(
            WorkspaceId workspace,
            Optional<FolderId> parent,
            String name,
            Optional<FolderId> self) {
        Long namesakes =
                (Long)
                        entities.createNativeQuery(
                                        """
                                        select count(*) from folder
                                        where workspace_id = :workspace and name_key = :key
                                            and parent_id is not distinct from
                                                cast(nullif(:parent, '') as uuid)
                                            and cast(id as text) <> :self
                                        """,
                                        Long.class)
                                .setParameter("workspace", workspace.value())
                                .setParameter("key", NameRules.key(name))
                                .setParameter("parent", parent.map(FolderId::toString).orElse(""))
                                .setParameter("self", self.map(FolderId::toString).orElse(""))
                                .getSingleResult();
        return namesakes > 0;
    }

    /** How many folders the longest way from this one down has, itself included. */
    int height(Folder folder) {
        int deepest =
                entities.createQuery(
                                "select f.trail from Folder f where f.workspaceId = :workspace"
                                        + " and f.trail like :below",
                                String.class)
                        .setParameter("workspace", folder.workspace().value())
                        .setParameter("below", folder.trail() + "%")
                        .getResultStream()
                        .mapToInt(Folder::depth)
                        .max()
                        .orElse(folder.depth());
        return deepest - folder.depth() + 1;
    }

    /** Lets what lies below follow a folder that was at another trail. */
    void follow(Folder folder, String oldTrail) {
        entities.flush();
        entities.createNativeQuery(
                        """
                        update folder set trail = :trail || substr(trail, :from)
                        where workspace_id = :workspace and trail like :below
                        """)
                .setParameter("trail", folder.trail())
                .setParameter("from", oldTrail.length() + 1)
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", oldTrail + "%")
                .executeUpdate();
    }

    /** The folder and those below. */
    List<UUID> subtree(Folder folder) {
        return entities.createNativeQuery(
                        "select id from folder where id in " + SUBTREE, UUID.class)
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", folder.trail() + "%")
                .getResultList();
    }

    /** The artifacts in the folder and below. */
    List<UUID> artifactsBelow(Folder folder) {
        return entities.createNativeQuery(
                        "select id from artifact where deleted_at is null and folder_id in "
                                + SUBTREE,
                        UUID.class)
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", folder.trail() + "%")
                .getResultList();
    }

    /** Whether neither folders nor artifacts lie in it; deleted artifacts do not count. */
    boolean isEmpty(Folder folder) {
        return entities.createQuery(
                                """
                                select (select count(f) from Folder f where f.parentId = :id)
                                    + (select count(a) from Artifact a
                                        where a.place.folderId = :id and a.deletedAt is null)
                                """,
                                Long.class)
                        .setParameter("id", folder.id().value())
                        .getSingleResult()
                == 0;
    }

    /** Names that would be twice in a place if the folder's folders came up to where it lies. */
    List<String> clashesInParent(Folder folder) {
        return entities.createNativeQuery(
                        """
                        select c.name from folder c join folder f on f.id = c.parent_id
                        where f.id = :id and exists (
                            select from folder s
                            where s.workspace_id = f.workspace_id and s.name_key = c.name_key
                                and s.parent_id is not distinct from f.parent_id and s.id <> f.id)
                        order by c.name
                        """,
                        String.class)
                .setParameter("id", folder.id().value())
                .getResultList();
    }

    /** What lies in the folder lies where the folder lies. */
    void emptyIntoParent(Folder folder) {
        String parent = folder.parent().map(FolderId::toString).orElse("");
        for (String sql :
                List.of(
                        "update artifact set folder_id = cast(nullif(:parent, '') as uuid),"
                                + " revision = revision + 1 where folder_id = :id",
                        // Makes way for a folder in it of the same name.
                        "update folder set name_key = cast(id as text)"
                                + " where id = :id and :parent is not null",
                        "update folder set parent_id = cast(nullif(:parent, '') as uuid),"
                                + " revision = revision + 1 where parent_id = :id")) {
            entities.createNativeQuery(sql)
                    .setParameter("parent", parent)
                    .setParameter("id", folder.id().value())
                    .executeUpdate();
        }
        entities.createNativeQuery(
                        """
                        update folder set trail = replace(trail, :step, '')
                        where workspace_id = :workspace and trail like :below
                        """)
                .setParameter("step", folder.id() + "/")
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", folder.trail() + "_%")
                .executeUpdate();
    }

    /** What the caller may not know of in the folder and below lies where the folder lies. */
    void liftHidden(Folder folder, Reach reach) {
        entities.createNativeQuery(
                        "update artifact set folder_id = cast(nullif(:parent, '') as uuid),"
                                + " revision = revision + 1 where deleted_at is null"
                                + " and visibility = 'private'"
                                + " and not reading_scope = any(cast(:readable as uuid[]))"
                                + " and folder_id in "
                                + SUBTREE)
                .setParameter("parent", folder.parent().map(FolderId::toString).orElse(""))
                .setParameter("readable", reach.scopes().toArray(UUID[]::new))
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", folder.trail() + "%")
                .executeUpdate();
    }

    /** Deletes the artifacts in the folder and below. */
    void trashArtifacts(Folder folder, Deletion deletion) {
        entities.createNativeQuery(
                        "update artifact set deleted_at = :at, deleted_by = :by,"
                                + " purge_at = :until, revision = revision + 1"
                                + " where deleted_at is null and folder_id in "
                                + SUBTREE)
                .setParameter("at", deletion.at())
                .setParameter("by", deletion.by().value())
                .setParameter("until", deletion.until())
                .setParameter("workspace", folder.workspace().value())
                .setParameter("below", folder.trail() + "%")
                .executeUpdate();
    }

    /** Deletes the folder and those below; an artifact that came meanwhile prevents it. */
    void delete(Folder folder) {
        for (String sql :
                List.of(
                        "update artifact set folder_id = null where deleted_at is not null"
                                + " and folder_id in "
                                + SUBTREE,
                        "delete from folder where id in " + SUBTREE)) {
            entities.createNativeQuery(sql)
                    .setParameter("workspace", folder.workspace().value())
                    .setParameter("below", folder.trail() + "%")
                    .executeUpdate();
        }
    }
}
