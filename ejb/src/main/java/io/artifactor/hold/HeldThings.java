package io.artifactor.hold;

import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every way to remove something asks first, in one statement however much it removes. From the
 * question to the end of the transaction no hold can be placed; so what is not held when it is
 * asked, is not held when it is gone.
 *
 * <p>The rows to be removed are to be locked before. The database refuses by itself what somebody
 * forgets to ask for.
 */
@ApplicationScoped
public class HeldThings {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Keeps holds from being placed until the transaction ends. */
    public void settle() {
        entities.createNativeQuery("select cast(respect_holds() as text)", String.class)
                .getSingleResult();
    }

    /** Why the caller may not remove some of the artifacts; those that are not held are missing. */
    public Map<UUID, Problem> among(Caller caller, Collection<UUID> artifacts) {
        if (artifacts.isEmpty()) {
            return Map.of();
        }
        List<Object[]> held =
                entities.createNativeQuery(
                                "select held_id, hold_name"
                                        + " from held_among(cast(:ids as uuid[]))",
                                Object[].class)
                        .setParameter("ids", artifacts.toArray(UUID[]::new))
                        .getResultList();
        Map<UUID, Problem> problems = new HashMap<>();
        held.forEach(row -> problems.put((UUID) row[0], refusal(caller, (String) row[1])));
        return problems;
    }

    /** Refuses to remove the artifacts if one of them is held. */
    public void refuseAny(Caller caller, Collection<UUID> artifacts) {
        among(caller, artifacts).values().stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
    }

    /** Refuses to remove a conversation that is held, or from which something held came. */
    public void refuseConversation(Caller caller, UUID conversation) {
        refuseNamed(
                caller,
                (String)
                        entities.createNativeQuery("select hold_on_conversation(:id)", String.class)
                                .setParameter("id", conversation)
                                .getSingleResult());
    }

    /** Refuses to remove folders if a hold was placed on one of them. */
    public void refuseFolders(Caller caller, Collection<UUID> folders) {
        refuseNamed(
                caller,
                (String)
                        entities.createNativeQuery(
                                        "select hold_named(cast(:ids as uuid[]))", String.class)
                                .setParameter("ids", folders.toArray(UUID[]::new))
                                .getSingleResult());
    }

    /** Refuses to remove a workspace if a hold was placed on it, or on a folder of it. */
    public void refuseWorkspace(Caller caller, UUID workspace) {
        String places =
                """
                select hold_named(cast(:id as uuid)
                    || array(select f.id from folder f where f.workspace_id = :id))
                """;
        refuseNamed(
                caller,
                (String)
                        entities.createNativeQuery(places, String.class)
                                .setParameter("id", workspace)
                                .getSingleResult());
    }

    private static void refuseNamed(Caller caller, @Nullable String hold) {
        if (hold != null) {
            throw refusal(caller, hold);
        }
    }

    /** Whoever may not read holds is not told which it is. */
    private static Problem refusal(Caller caller, String hold) {
        boolean told = caller.is(Role.ADMIN) || caller.is(Role.AUDITOR);
        return new Problem(
                ProblemCode.ON_HOLD,
                told
                        ? "It is under the legal hold \"%s\" and must be kept.".formatted(hold)
                        : "It is under a legal hold and must be kept.");
    }
}
