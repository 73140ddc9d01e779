package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That a user belongs to a workspace, and as what. */
@Entity
@Table(name = "membership")
public class Membership {

    @EmbeddedId private Key key;

    @Column(nullable = false)
    private String role;

    @Column(nullable = false, updatable = false)
    private Instant since;

    /** Whose groups put the user there; absent for whom people let in. */
    private @Nullable String realm;

    /** Read along with the row: whether somebody may edit never costs a second statement. */
    @Formula("(select w.archived_at is not null from workspace w where w.id = workspace_id)")
    private boolean archived;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Membership() {}

    Membership(WorkspaceId workspace, UserId user, WorkspaceRole role, Instant since) {
        this.key = new Key(workspace.value(), user.value());
        this.role = role.id();
        this.since = since;
    }

    /** One that the groups of a realm stand for. */
    static Membership of(String realm, WorkspaceId workspace, UserId user, WorkspaceRole role) {
        Membership membership = new Membership(workspace, user, role, WorkspaceRows.now());
        membership.realm = realm;
        return membership;
    }

    /** People say what the member is from now on; groups of a realm do not any more. */
    void become(WorkspaceRole newRole) {
        role = newRole.id();
        realm = null;
    }

    /** What the groups of the realm say by now. */
    void follow(WorkspaceRole newRole) {
        role = newRole.id();
    }

    /** The decision for everything that belongs to the workspace. */
    boolean may(Permission permission) {
        return permission.isGivenTo(role(), archived);
    }

    /**
     * @throws Problem {@code FORBIDDEN} if it may not
     */
    void require(Permission permission) {
        if (!may(permission)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    permission.refusal(archived && role().covers(WorkspaceRole.EDITOR)));
        }
    }

    boolean isThrough(String through) {
        return through.equals(realm);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(key.workspaceId());
    }

    public UserId user() {
        return new UserId(key.userId());
    }

    public WorkspaceRole role() {
        return WorkspaceRole.of(role);
    }

    public Instant since() {
        return since;
    }

    /** A user is in a workspace once. */
    @Embeddable
    record Key(
            @Column(name = "workspace_id") UUID workspaceId, @Column(name = "user_id") UUID userId)
            implements Serializable {}
}
