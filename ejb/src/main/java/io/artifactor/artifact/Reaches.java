package io.artifactor.artifact;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.Permission;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what callers may read. What is granted is remembered for seconds, with its end: a grant
 * is over at its end, and not later because it was remembered. Whoever writes a grant says so to
 * {@link #changed}, in the transaction that writes it.
 */
@ApplicationScoped
public class Reaches {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    /** Grants change rarely, and one to a workspace concerns all of its members. */
    private static final String EVERYBODY = "everybody";

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Caches caches;
    @Inject private Workspaces workspaces;

    private Memory<Asker, List<Granted>> grants;

    @PostConstruct
    void begin() {
        grants = caches.memory(Region.own("grants", REMEMBERED, MOST, (asker, found) -> EVERYBODY));
    }

    /** Whose grants, as a member of what. */
    private record Asker(UserId user, Set<WorkspaceId> workspaces) {}

    private record Granted(UUID artifact, @Nullable Instant end) {

        boolean isLiveAt(Instant time) {
            return end == null || end.isAfter(time);
        }
    }

    /** What the caller may read now. */
    public Reach of(Caller caller) {
        Set<WorkspaceId> readable = workspaces.readableBy(caller);
        Instant now = Instant.now();
        Set<UUID> granted =
                grants.require(new Asker(caller.user(), readable), this::find).stream()
                        .filter(grant -> grant.isLiveAt(now))
                        .map(Granted::artifact)
                        .collect(Collectors.toUnmodifiableSet());
        return new Reach(caller.user(), readable, granted);
    }

    /**
     * Whether the caller may edit the artifact's content now, as an editor of its workspace or by a
     * grant; in an archived workspace nobody may. Never remembered.
     */
    private boolean mayEdit(Caller caller, Artifact artifact) {
        return workspaces.may(caller, Permission.EDIT, artifact.workspace())
                || isGrantedToEdit(caller, artifact);
    }

    /** Refuses who may read the artifact and not edit its content. */
    void requireEditor(Caller caller, Artifact artifact) {
        if (!mayEdit(caller, artifact)) {
            requireGrantor(caller, artifact);
        }
    }

    /** Refuses who may read the artifact and not decide where it is and who else reads it. */
    void requireGrantor(Caller caller, Artifact artifact) {
        if (workspaces.roleOf(caller, artifact.workspace()).isEmpty()) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "The artifact is shared with you; this takes an editor of its workspace.");
        }
        workspaces.requireEditor(caller, artifact.workspace());
    }

    private boolean isGrantedToEdit(Caller caller, Artifact artifact) {
        long found =
                entities.createQuery(
                                """
                                select count(g) from ArtifactGrant g, Workspace w
                                where w.id = :workspace and w.archivedAt is null
                                    and g.key.artifactId = :artifact and g.role = 'editor'
                                    and (g.expiresAt is null or g.expiresAt > :now)
                                    and (g.key.granteeKind = 'user' and g.key.granteeId = :user
                                        or g.key.granteeKind = 'workspace' and exists (
                                            select m.role from Membership m
                                            where m.key.workspaceId = g.key.granteeId
                                                and m.key.userId = :user)
                                        or g.key.granteeKind = 'group' and exists (
                                            select m.since from GroupMembership m
                                            where m.key.groupId = g.key.granteeId
                                                and m.key.userId = :user))
                                """,
                                Long.class)
                        .setParameter("workspace", artifact.workspace().value())
                        .setParameter("artifact", artifact.id().value())
                        .setParameter("now", Instant.now())
                        .setParameter("user", caller.user().value())
                        .getSingleResult();
        return found > 0;
    }

    /** Something was granted, or is not any more. */
    void changed() {
        caches.changed(grants, EVERYBODY);
    }

    private List<Granted> find(Asker asker) {
        return entities.createQuery(
                        """
                        select g.key.artifactId, g.expiresAt from ArtifactGrant g
                        where (g.expiresAt is null or g.expiresAt > :now)
                            and (g.key.granteeKind = 'user' and g.key.granteeId = :user
                                or g.key.granteeKind = 'workspace'
                                    and array_has(:workspaces, g.key.granteeId)
                                or g.key.granteeKind = 'group' and g.key.granteeId in (
                                    select m.key.groupId from GroupMembership m
                                    where m.key.userId = :user))
                        """,
                        Object[].class)
                .setParameter("now", Instant.now())
                .setParameter("user", asker.user().value())
                .setParameter("workspaces", WorkspaceId.array(asker.workspaces()))
                .getResultStream()
                .map(row -> new Granted((UUID) row[0], (Instant) row[1]))
                .toList();
    }
}
