package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * A place where artifacts and conversations live. A personal one belongs to exactly one user, is
 * created with them in one transaction, and has them as its only member.
 */
@Entity
@Table(name = "workspace")
public class Workspace {

    @Id private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private boolean personal;

    @Column(name = "owner_id", nullable = false)
    private UUID ownerId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Workspace() {}

    private Workspace(WorkspaceId id, String name, boolean personal, UserId owner, Instant at) {
        this.id = id.value();
        this.name = name;
        this.personal = personal;
        this.ownerId = owner.value();
        this.createdAt = at;
    }

    static Workspace personalOf(UserId owner, String username, Instant at) {
        return new Workspace(WorkspaceId.next(), username, true, owner, at);
    }

    public WorkspaceId id() {
        return new WorkspaceId(id);
    }

    public String name() {
        return name;
    }

    public boolean isPersonal() {
        return personal;
    }

    public UserId owner() {
        return new UserId(ownerId);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
