package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Lets changes that concern a whole workspace follow one another; each lock lasts until the
 * transaction ends. Advisory locks, because a lock on the workspace's row would hold up everyone
 * who refers to it, and would have to be written.
 *
 * <p>To be taken before any row of an artifact is locked, and folders before tags: in one order
 * everywhere nobody waits in a circle.
 */
@ApplicationScoped
class WorkspaceLocks {

    private static final int FOLDERS = 1;
    private static final int CATEGORIES = 2;
    private static final int TAGS = 3;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Nobody else changes the workspace's tree of folders. */
    void holdFolders(WorkspaceId workspace) {
        take("pg_advisory_xact_lock", workspace, FOLDERS);
    }

    /** Nobody else changes the workspace's categories. */
    void holdCategories(WorkspaceId workspace) {
        take("pg_advisory_xact_lock", workspace, CATEGORIES);
    }

    /** Nobody else changes the workspace's tags, or gives them to artifacts. */
    void holdTags(WorkspaceId workspace) {
        take("pg_advisory_xact_lock", workspace, TAGS);
    }

    /** Nobody changes the workspace's tags; any number may give them to artifacts. */
    void useTags(WorkspaceId workspace) {
        take("pg_advisory_xact_lock_shared", workspace, TAGS);
    }

    private void take(String function, WorkspaceId workspace, int what) {
        entities.createNativeQuery(
                        "select 1 from (select "
                                + function
                                + "(hashtextextended(:workspace, :what))) as held",
                        Integer.class)
                .setParameter("workspace", workspace.toString())
                .setParameter("what", (long) what)
                .getSingleResult();
    }
}
