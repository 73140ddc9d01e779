package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
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
 * A folder of a workspace's tree. No two in the same place have the same name, whatever its case.
 *
 * <p>It carries the way from the top down to itself, so that what lies below it is found by one
 * comparison. Folders are changed by {@link Folders} only, one change of a workspace's tree after
 * another.
 */
@Entity
@Table(name = "folder")
public class Folder {

    static final int DEEPEST = 32;

    private static final char STEP = '/';

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private UUID workspaceId;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String trail;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Folder() {}

    Folder(WorkspaceId workspace, Optional<Folder> parent, String name, Instant at) {
        this.id = FolderId.next().value();
        this.workspaceId = workspace.value();
        this.createdAt = at;
        this.name = name;
        this.nameKey = NameRules.key(name);
        this.parentId = parent.map(it -> it.id).orElse(null);
        this.trail = trailBelow(parent);
        this.updatedAt = at;
    }

    /** Its own rows below have to follow the trail. */
    void place(Optional<Folder> parent, String newName, Instant at) {
        name = newName;
        nameKey = NameRules.key(newName);
        parentId = parent.map(it -> it.id).orElse(null);
        trail = trailBelow(parent);
        updatedAt = at;
    }

    private String trailBelow(Optional<Folder> parent) {
        return parent.map(Folder::trail).orElse("") + id + STEP;
    }

    /** Whether this is the other folder or lies below it. */
    boolean isWithin(Folder other) {
        return trail.startsWith(other.trail);
    }

    /** How many folders there are on the way to this one, itself included. */
    int depth() {
        return depth(trail);
    }

    static int depth(String trail) {
        return (int) trail.chars().filter(character -> character == STEP).count();
    }

    String trail() {
        return trail;
    }

    public FolderId id() {
        return new FolderId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    /** The folder this one lies in; empty at the top. */
    public Optional<FolderId> parent() {
        return Optional.ofNullable(parentId).map(FolderId::new);
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int revision() {
        return revision;
    }
}
