package io.artifactor.artifact;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.MembershipChanged;
import io.artifactor.workspace.Permission;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what callers may read. What is granted is remembered for seconds, with its end: a grant
 * is over at its end, and not later because it was remembered. With it, whose private artifacts the
 * caller reads because they answer for a workspace. Whoever writes a grant, or what decides about
 * private artifacts, says so to {@link #changed}, in the transaction that writes it.
 */
@ApplicationScoped
public class Reaches {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    /** Grants change rarely, and one to a workspace concerns all of its members. */
    private static final String EVERYBODY = "everybody";

    /** What is granted, and whose private artifacts are read by who answers for a workspace. */
    private static final String FOUND =
            """
            select g.artifact_id as thing, g.expires_at as until, true as granted
            from artifact_grant g
            where (g.expires_at is null or g.expires_at > :now)
                and (g.grantee_kind = 'user' and g.grantee_id = :user
                    or g.grantee_kind = 'workspace' and g.grantee_id = any(:workspaces)
                    or g.grantee_kind = 'group' and g.grantee_id in (
                        select m.group_id from group_member m where m.user_id = :user))
            union all
            select distinct a.reading_scope, cast(null as timestamptz), false
            from membership m join artifact a on a.workspace_id = m.workspace_id
            where m.user_id = :user and m.role in ('owner', 'admin') and a.visibility = 'private'
            """;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Caches caches;
    @Inject private Workspaces workspaces;

    private Memory<Asker, Found> grants;

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

    /**
     * @param scopes those of the asker, with the private ones of workspaces they are an admin of
     */
    private record Found(List<Granted> granted, Set<UUID> scopes) {}

    /** What the caller may read now. */
    public Reach of(Caller caller) {
        Set<WorkspaceId> readable = workspaces.readableBy(caller);
        Instant now = Instant.now();
        Found found = grants.require(new Asker(caller.user(), readable), this::find);
        Set<UUID> granted =
                found.granted().stream()
                        .filter(grant -> grant.isLiveAt(now))
                        .map(Granted::artifact)
                        .collect(Collectors.toUnmodifiableSet());
        return new Reach(caller.user(), readable, found.scopes(), granted);
    }

    /**
     * Whether the caller may edit the artifact's content now, as an editor of its workspace or by a
     * grant; in an archived workspace nobody may. Never remembered.
     */
    private boolean mayEdit(Caller caller, Artifact artifact) {
        return workspaces.may(caller, Permission.EDIT, artifact.workspace())
                        && mayAsMember(caller, artifact)
                || isGrantedToEdit(caller, artifact);
    }

    /**
     * Whether the caller's role in the workspace counts for the artifact: for what another keeps
     * private, only that of those who answer for the workspace does.
     */
    private boolean mayAsMember(Caller caller, Artifact artifact) {
        return artifact.place().visibility() != Visibility.PRIVATE
                || artifact.owner().equals(caller.user())
                || workspaces.may(caller, Permission.MANAGE, artifact.workspace());
    }

    /** Refuses who may not decide who reads the artifact: its owner may, and an admin there. */
    void requireDecider(Caller caller, Artifact artifact) {
        requireGrantor(caller, artifact);
        if (!artifact.owner().equals(caller.user())
                && !workspaces.may(caller, Permission.MANAGE, artifact.workspace())) {
            // Not by the door of workspaces, whose refusal would undo what else is being done.
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "Who reads the artifact is decided by its owner, or an admin of its workspace.");
        }
    }

    /** Refuses who neither owns the artifact nor answers for its workspace, if it is private. */
    void requireMember(Caller caller, Artifact artifact) {
        if (!mayAsMember(caller, artifact)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "The artifact is private and was granted to you; this takes its owner, or an"
                            + " admin of its workspace.");
        }
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
        requireMember(caller, artifact);
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

    /** Something was granted or is not any more, or other scopes are private ones. */
    void changed() {
        caches.changed(grants, EVERYBODY);
    }

    /** The artifact lies elsewhere, or is another's. */
    void changed(Artifact artifact) {
        if (artifact.place().visibility() == Visibility.PRIVATE) {
            changed();
        }
    }

    /**
     * Who becomes an admin answers for what is private there, and who is none any more does not.
     */
    void follow(@Observes MembershipChanged event) {
        changed();
    }

    private Found find(Asker asker) {
        @SuppressWarnings("unchecked")
        NativeQuery<Object[]> query =
                entities.createNativeQuery(FOUND, Object[].class).unwrap(NativeQuery.class);
        query.addScalar("thing", UUID.class)
                .addScalar("until", Instant.class)
                .addScalar("granted", Boolean.class)
                .setParameter("now", Instant.now())
                .setParameter("user", asker.user().value())
                .setParameter("workspaces", WorkspaceId.array(asker.workspaces()));
        List<Granted> granted = new ArrayList<>();
        Set<UUID> answeredFor = new HashSet<>();
        for (Object[] row : query.getResultList()) {
            UUID thing = (UUID) row[0];
            if (row[2].equals(Boolean.TRUE)) {
                granted.add(new Granted(thing, (Instant) row[1]));
            } else {
                answeredFor.add(thing);
            }
        }
        return new Found(
                List.copyOf(granted),
                ReadingScope.all(asker.user(), asker.workspaces(), answeredFor));
    }
}
