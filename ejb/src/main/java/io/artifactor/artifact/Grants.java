package io.artifactor.artifact;

import io.artifactor.artifact.ArtifactGrant.Terms;
import io.artifactor.group.GroupId;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.workspace.Permission;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.Workspaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The door to what is granted on artifacts. It takes an editor of the artifact's workspace; who was
 * granted something grants nothing on.
 */
@Stateless
public class Grants {

    private static final int MOST_OF_ONE_ARTIFACT = 1_000;

    /** What is granted to somebody is part of each of their queries. */
    private static final int MOST_OF_ONE_GRANTEE = 10_000;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ArtifactRows rows;
    @Inject private Workspaces workspaces;
    @Inject private Reaches reaches;
    @Inject private AuditLog audit;

    /** What is granted on the artifact now, in the order of names. */
    public List<GrantView> of(Caller caller, ArtifactId id) {
        reaches.requireGrantor(caller, rows.readable(caller, id));
        return entities.createQuery(
                        """
                        select g, coalesce(u.username, w.name, o.name) from ArtifactGrant g
                        left join User u on g.key.granteeKind = 'user' and u.id = g.key.granteeId
                        left join Workspace w
                            on g.key.granteeKind = 'workspace' and w.id = g.key.granteeId
                        left join UserGroup o
                            on g.key.granteeKind = 'group' and o.id = g.key.granteeId
                        where g.key.artifactId = :id
                            and (g.expiresAt is null or g.expiresAt > :now)
                            and coalesce(u.username, w.name, o.name) is not null
                        order by lower(coalesce(u.username, w.name, o.name)), g.key.granteeId
                        """,
                        Object[].class)
                .setParameter("id", id.value())
                .setParameter("now", Instant.now())
                .getResultStream()
                .map(row -> new GrantView((ArtifactGrant) row[0], (String) row[1]))
                .toList();
    }

    /** Grants the artifact to a user, in the place of what was granted to them before. */
    public GrantView giveToUser(Caller caller, ArtifactId id, String username, Terms terms) {
        Artifact artifact = rows.writable(caller, id);
        Object[] user =
                entities.createQuery(
                                """
                                select u.id, u.username from User u
                                where lower(u.username) = :name and u.active = true
                                """,
                                Object[].class)
                        .setParameter("name", checked(username))
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalid("username", "is not that of an active user."));
        Grantee grantee = new Grantee(Grantee.Kind.USER, (UUID) user[0]);
        return new GrantView(give(caller, artifact, grantee, terms), (String) user[1]);
    }

    private static String checked(String username) {
        TextRules.refuseLonger("username", username, 254);
        TextRules.refuseUnprintable("username", username, false);
        return username.toLowerCase(Locale.ROOT);
    }

    /** The same to the members of a workspace, in which the caller is one. */
    public GrantView giveToWorkspace(
            Caller caller, ArtifactId id, WorkspaceId workspace, Terms terms) {
        Artifact artifact = rows.writable(caller, id);
        workspaces.require(caller, Permission.READ, workspace);
        if (artifact.workspace().equals(workspace)) {
            throw Problem.invalid("workspaceId", "is that of the artifact itself.");
        }
        Grantee grantee = new Grantee(Grantee.Kind.WORKSPACE, workspace.value());
        String name =
                entities.createQuery(
                                "select w.name from Workspace w where w.id = :id", String.class)
                        .setParameter("id", workspace.value())
                        .getSingleResult();
        return new GrantView(give(caller, artifact, grantee, terms), name);
    }

    /** The same to whoever is in a group, which anybody may know. */
    public GrantView giveToGroup(Caller caller, ArtifactId id, GroupId group, Terms terms) {
        Artifact artifact = rows.writable(caller, id);
        // Held, so that the group does not end beside it and leave the grant behind.
        List<?> names =
                entities.createNativeQuery(
                                "select name from user_group where id = :id for key share",
                                String.class)
                        .setParameter("id", group.value())
                        .getResultList();
        if (names.isEmpty()) {
            throw Problem.notFound("group", group);
        }
        Grantee grantee = new Grantee(Grantee.Kind.GROUP, group.value());
        return new GrantView(give(caller, artifact, grantee, terms), (String) names.getFirst());
    }

    private ArtifactGrant give(Caller caller, Artifact artifact, Grantee grantee, Terms terms) {
        Instant now = ArtifactLibrary.now();
        if (terms.end() != null && !terms.end().isAfter(now)) {
            throw Problem.invalid("expiresAt", "must be in the future.");
        }
        ArtifactGrant grant = entities.find(ArtifactGrant.class, key(artifact.id(), grantee));
        if (grant == null) {
            refuseTooMany(artifact.id(), grantee);
            grant = new ArtifactGrant(artifact.id(), grantee, terms, caller.user(), now);
            entities.persist(grant);
        } else {
            grant.renew(terms, caller.user(), now);
        }
        entities.flush();
        reaches.changed();
        audit.append(
                event(caller, "artifact-granted", artifact.id(), grantee)
                        .with("role", terms.role().id())
                        .with("until", terms.end() == null ? "" : terms.end().toString()));
        return grant;
    }

    /** Takes back what was granted. */
    public void withdraw(Caller caller, ArtifactId id, Grantee grantee) {
        rows.writable(caller, id);
        ArtifactGrant grant = entities.find(ArtifactGrant.class, key(id, grantee));
        if (grant == null) {
            throw new Problem(ProblemCode.NOT_FOUND, "Nothing is granted to " + grantee + ".");
        }
        entities.remove(grant);
        reaches.changed();
        audit.append(event(caller, "grant-withdrawn", id, grantee));
    }

    private void refuseTooMany(ArtifactId id, Grantee grantee) {
        Object[] counts =
                entities.createQuery(
                                """
                                select
                                    (select count(g) from ArtifactGrant g
                                        where g.key.artifactId = :id),
                                    (select count(g) from ArtifactGrant g
                                        where g.key.granteeId = :grantee)
                                from Artifact a where a.id = :id
                                """,
                                Object[].class)
                        .setParameter("id", id.value())
                        .setParameter("grantee", grantee.id())
                        .getSingleResult();
        if ((Long) counts[0] >= MOST_OF_ONE_ARTIFACT || (Long) counts[1] >= MOST_OF_ONE_GRANTEE) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "An artifact is granted to at most %,d, and to one at most %,d artifacts."
                            .formatted(MOST_OF_ONE_ARTIFACT, MOST_OF_ONE_GRANTEE));
        }
    }

    private static ArtifactGrant.Key key(ArtifactId id, Grantee grantee) {
        return new ArtifactGrant.Key(id.value(), grantee.kind().id(), grantee.id());
    }

    private static AuditEvent event(
            Caller caller, String action, ArtifactId artifact, Grantee grantee) {
        return AuditEvent.by(caller, action, "artifact:" + artifact)
                .with("grantee", grantee.toString());
    }
}
