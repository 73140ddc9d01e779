package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That a user belongs to a workspace, and as what. */
@Entity
@Table(name = "membership")
public class Membership {

    @EmbeddedId private Key key;

    @Column(nullable = false)
    private String role;

    @Column(nullable = false, updatable = false)
    private Instant since;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Membership() {}

    Membership(WorkspaceId workspace, UserId user, WorkspaceRole role, Instant since) {
        this.key = new Key(workspace.value(), user.value());
        this.role = role.id();
        this.since = since;
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
