package io.artifactor.importing;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceClosing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Keeps a workspace from being deleted while something is imported into it. What was imported is
 * told by what it brought, of which nothing is left then; so its story goes along.
 */
@ApplicationScoped
class ImportClearance {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    void clear(@Observes WorkspaceClosing event) {
        UUID workspace = event.workspace().value();
        entities.createNativeQuery(
                        """
                        delete from import_run where workspace_id = :workspace
                            and state not in ('previewing', 'queued', 'running')
                        """)
                .setParameter("workspace", workspace)
                .executeUpdate();
        long left =
                (Long)
                        entities.createNativeQuery(
                                        """
                                        select count(*) from import_run
                                        where workspace_id = :workspace
                                        """,
                                        Long.class)
                                .setParameter("workspace", workspace)
                                .getSingleResult();
        if (left > 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Something is being imported into the workspace; stop it first.");
        }
    }
}
