package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A place where artifacts and conversations live. A personal one belongs to exactly one user, is
 * created with them in one transaction, and has them as its only member. Others are made by whoever
 * wants one, who is its first owner; its members decide what becomes of it.
 */
@Entity
@Table(name = "workspace")
public class Workspace {

    @Id private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private boolean personal;

    /** Whose it is if it is personal; else who made it. Owners stand in the memberships. */
    @Column(name = "owner_id", nullable = false)
    private UUID ownerId;

    @Column(nullable = false)
    private String description;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Workspace() {}

    private Workspace(WorkspaceId id, String name, boolean personal, UserId owner, Instant at) {
        this.id = id.value();
        this.name = name;
        this.personal = personal;
        this.ownerId = owner.value();
        this.description = "";
        this.createdAt = at;
        this.updatedAt = at;
    }

    static Workspace personalOf(UserId owner, String username, Instant at) {
        return new Workspace(WorkspaceId.next(), username, true, owner, at);
    }

    static Workspace madeBy(UserId maker, String name, String description, Instant at) {
        Workspace workspace = new Workspace(WorkspaceId.next(), name, false, maker, at);
        workspace.description = description;
        return workspace;
    }

    /** Applies what is named; says whether anything is different now. */
    boolean change(WorkspaceChange change, Instant at) {
        String newName = change.name() == null ? name : change.name();
        String newDescription = change.description() == null ? description : change.description();
        boolean toArchive = change.archived() == null ? isArchived() : change.archived();
        if (newName.equals(name)
                && newDescription.equals(description)
                && toArchive == isArchived()) {
            return false;
        }
        name = newName;
        description = newDescription;
        if (toArchive != isArchived()) {
            archivedAt = toArchive ? at : null;
        }
        updatedAt = at;
        return true;
    }

    /** Its members, or what they are, are different now: whoever read it before has to again. */
    void regroup(Instant at) {
        updatedAt = at;
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

    public Instant updatedAt() {
        return updatedAt;
    }

    public String description() {
        return description;
    }

    /** Whether its content can be read only. */
    public boolean isArchived() {
        return archivedAt != null;
    }

    public Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt);
    }

    /** Counts the changes of the workspace and of its members. */
    public int revision() {
        return revision;
    }
}
