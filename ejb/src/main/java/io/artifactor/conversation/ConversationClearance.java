package io.artifactor.conversation;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.WorkspaceClosing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Keeps a workspace from being deleted as long as there is a conversation nobody deleted. */
@ApplicationScoped
class ConversationClearance {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    void clear(@Observes WorkspaceClosing event) {
        UUID workspace = event.workspace().value();
        long left =
                entities.createQuery(
                                """
                                select count(c) from Conversation c
                                where c.workspaceId = :workspace and c.deletedAt is null
                                """,
                                Long.class)
                        .setParameter("workspace", workspace)
                        .getSingleResult();
        if (left > 0) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "%,d conversations are left in the workspace.".formatted(left));
        }
        entities.createQuery("delete from Conversation c where c.workspaceId = :workspace")
                .setParameter("workspace", workspace)
                .executeUpdate();
    }
}
