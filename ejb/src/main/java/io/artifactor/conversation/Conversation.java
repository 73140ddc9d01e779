package io.artifactor.conversation;

import io.artifactor.artifact.Source;
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
 * An imported chat. Importing makes and extends it; here it is read, and hidden when it is deleted.
 * A deleted one keeps its row, so that importing its export again does not bring it back.
 */
@Entity
@Table(name = "conversation")
public class Conversation {

    @Id private UUID id;

    @Column(name = "workspace_id", updatable = false)
    private UUID workspaceId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String source;

    @Column(name = "source_id", updatable = false)
    private String sourceId;

    @Column(updatable = false)
    private @Nullable String model;

    @Column(name = "message_count", updatable = false)
    private int messageCount;

    @Column(name = "created_at", updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", updatable = false)
    private @Nullable Instant updatedAt;

    @Column(name = "imported_at", updatable = false)
    private Instant importedAt;

    @Column(name = "changed_at", updatable = false)
    private Instant changedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Conversation() {}

    void delete(Instant at) {
        deletedAt = at;
    }

    public ConversationId id() {
        return new ConversationId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    public String title() {
        return title;
    }

    public Source source() {
        return Source.kept(source);
    }

    /** Its id where it came from. */
    public String sourceId() {
        return sourceId;
    }

    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    public int messageCount() {
        return messageCount;
    }

    /** When it began, where it came from. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** When it last changed, where it came from. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    public Instant importedAt() {
        return importedAt;
    }

    /** What lists sort by: there is always one, whatever the export left out. */
    public Instant changedAt() {
        return changedAt;
    }
}
