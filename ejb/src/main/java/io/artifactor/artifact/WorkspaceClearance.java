package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceClosing;
import io.artifactor.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Keeps a workspace from being deleted as long as an artifact is left there. Folders, categories
 * and tags are worth nothing without, and go along; so does what was granted to its members.
 */
@ApplicationScoped
class WorkspaceClearance {

    @Inject private WorkspaceLocks locks;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    void clear(@Observes WorkspaceClosing event) {
        WorkspaceId workspace = event.workspace();
        locks.holdFolders(workspace);
        locks.holdCategories(workspace);
        locks.holdTags(workspace);
        refuseArtifacts(workspace);
        for (String table : List.of("folder", "category", "tag")) {
            entities.createNativeQuery(
                            "delete from %s where workspace_id = :workspace".formatted(table))
                    .setParameter("workspace", workspace.value())
                    .executeUpdate();
        }
        entities.createNativeQuery(
                        "delete from artifact_grant"
                                + " where grantee_kind = 'workspace' and grantee_id = :workspace")
                .setParameter("workspace", workspace.value())
                .executeUpdate();
    }

    private void refuseArtifacts(WorkspaceId workspace) {
        Object[] counts =
                entities.createQuery(
                                """
                                select count(a), count(a.deletedAt) from Artifact a
                                where a.workspaceId = :workspace
                                """,
                                Object[].class)
                        .setParameter("workspace", workspace.value())
                        .getSingleResult();
        long left = (Long) counts[0];
        long deleted = (Long) counts[1];
        if (left > 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "%,d artifacts are left in the workspace, %,d of them in its trash."
                            .formatted(left, deleted));
        }
    }
}
