package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A word for artifacts of a workspace, there once whatever its case. */
@Entity
@Table(name = "tag")
public class Tag {

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private UUID workspaceId;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Tag() {}

    void rename(String newName) {
        name = newName;
        nameKey = NameRules.key(newName);
    }

    public TagId id() {
        return new TagId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    public String name() {
        return name;
    }

    String key() {
        return nameKey;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int revision() {
        return revision;
    }
}
