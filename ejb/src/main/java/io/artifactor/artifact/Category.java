package io.artifactor.artifact;

import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A sort of artifacts, with the file names new artifacts of that sort have. Those built in belong
 * to no workspace, everybody has them, and they never change.
 */
@Entity
@Table(name = "category")
public class Category {

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private @Nullable UUID workspaceId;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String colour;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] extensions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] patterns;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Category() {}

    Category(WorkspaceId workspace, CategoryDraft draft, Instant at) {
        this.id = CategoryId.next().value();
        this.workspaceId = workspace.value();
        this.createdAt = at;
        this.name = draft.name();
        this.nameKey = NameRules.key(draft.name());
        this.colour = draft.colour();
        this.extensions = draft.extensions().toArray(String[]::new);
        this.patterns = draft.patterns().toArray(String[]::new);
        this.updatedAt = at;
    }

    void describe(CategoryDraft draft, Instant at) {
        name = draft.name();
        nameKey = NameRules.key(draft.name());
        colour = draft.colour();
        extensions = draft.extensions().toArray(String[]::new);
        patterns = draft.patterns().toArray(String[]::new);
        updatedAt = at;
    }

    CategoryDraft draft() {
        return new CategoryDraft(name, colour, extensions(), patterns());
    }

    public CategoryId id() {
        return new CategoryId(id);
    }

    /** Empty for those built in. */
    public Optional<WorkspaceId> workspace() {
        return Optional.ofNullable(workspaceId).map(WorkspaceId::new);
    }

    public boolean isBuiltIn() {
        return workspaceId == null;
    }

    public String name() {
        return name;
    }

    /** As {@code #rrggbb} in lower case. */
    public String colour() {
        return colour;
    }

    /** Endings of file names, in lower case and without the dot before them. */
    public List<String> extensions() {
        return List.of(extensions);
    }

    /** What whole file names look like, with {@code *} and {@code ?}. */
    public List<String> patterns() {
        return List.of(patterns);
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
