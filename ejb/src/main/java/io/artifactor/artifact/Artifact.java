package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.storage.Sha256;
import io.artifactor.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * One titled thing a team keeps. It carries what lists show of its current version, the newest on
 * its current branch, so that a list reads one row per artifact.
 *
 * <p>{@code revision} counts every change of the row and guards against lost updates. A deleted
 * artifact lies in the trash, hidden everywhere else, until the trash lets go of it. It keeps its
 * place in the export it was imported from, even purged: importing again does not bring it back.
 */
@Entity
@Table(name = "artifact")
public class Artifact {

    public static final String MAIN_BRANCH = "main";

    @Id private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String title;
    private String description;
    private String kind;
    private @Nullable String language;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "file_name")
    private String fileName;

    /** For queries alone; the database makes it of the visibility, the workspace and the owner. */
    @Column(name = "reading_scope", insertable = false, updatable = false)
    private @Nullable UUID readingScope;

    @Embedded private ArtifactOrigin origin;

    @Column(name = "conversation_id", insertable = false, updatable = false)
    private @Nullable UUID conversationId;

    @Embedded private ArtifactPlace place;

    private String branch;

    @Column(name = "head_id")
    private @Nullable UUID headId;

    @Column(name = "version_count")
    private int versionCount;

    private long size;
    private @Nullable String sha256;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by")
    private @Nullable UUID deletedBy;

    @Column(name = "purge_at")
    private @Nullable Instant purgeAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Artifact() {}

    Artifact(WorkspaceId workspace, UserId owner, ArtifactDraft draft, Instant at) {
        ArtifactDetails details = draft.details();
        this.id = ArtifactId.next().value();
        this.workspaceId = workspace.value();
        this.ownerId = owner.value();
        this.title = details.title();
        this.description = details.description();
        this.fileName = details.fileName();
        this.kind = details.kind().id();
        this.language = details.language().orElse(null);
        this.mediaType = draft.content().mediaType();
        this.origin = ArtifactOrigin.of(draft.source());
        this.place = ArtifactPlace.NONE;
        this.branch = MAIN_BRANCH;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Changes what people read about it; says whether anything differs. */
    boolean describe(ArtifactDetails details, Instant at) {
        if (details.equals(details())) {
            return false;
        }
        title = details.title();
        description = details.description();
        fileName = details.fileName();
        kind = details.kind().id();
        language = details.language().orElse(null);
        updatedAt = at;
        return true;
    }

    /**
     * Puts it where it belongs; says whether anything differs.
     *
     * @param to the workspace the place is in
     * @param retagged whether its tags, which are kept in other rows, do
     */
    boolean move(WorkspaceId to, ArtifactPlace where, boolean retagged, Instant at) {
        if (to.equals(workspace()) && where.isAs(place) && !retagged) {
            return false;
        }
        workspaceId = to.value();
        place = where;
        updatedAt = at;
        return true;
    }

    /** Makes it somebody else's. */
    void belongTo(UserId newOwner, Instant at) {
        ownerId = newOwner.value();
        updatedAt = at;
    }

    /** One version more; it is the current one if it continues the current branch. */
    void grow(ArtifactVersion version, Instant at) {
        versionCount++;
        if (version.branch().equals(branch)) {
            show(version, at);
        } else {
            updatedAt = at;
        }
    }

    /** Makes the newest version of some branch the current one. */
    void show(ArtifactVersion newest, Instant at) {
        branch = newest.branch();
        headId = newest.id().value();
        sha256 = newest.sha256().hex();
        size = newest.size();
        mediaType = newest.mediaType();
        updatedAt = at;
    }

    /** Puts it into the trash, or takes it out again as it was before. */
    void lieInTrash(Optional<Deletion> deletion) {
        deletedAt = deletion.map(Deletion::at).orElse(null);
        deletedBy = deletion.map(it -> it.by().value()).orElse(null);
        purgeAt = deletion.map(Deletion::until).orElse(null);
    }

    public ArtifactId id() {
        return new ArtifactId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    public UserId owner() {
        return new UserId(ownerId);
    }

    public ArtifactDetails details() {
        return new ArtifactDetails(
                title, description, fileName, kind(), Optional.ofNullable(language));
    }

    public String title() {
        return title;
    }

    public ArtifactKind kind() {
        return ArtifactKind.of(kind).orElse(ArtifactKind.OTHER);
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileName() {
        return fileName;
    }

    public ArtifactOrigin origin() {
        return origin;
    }

    public ArtifactPlace place() {
        return place;
    }

    /** The branch whose newest version is the current one. */
    public String branch() {
        return branch;
    }

    public Optional<VersionId> head() {
        return Optional.ofNullable(headId).map(VersionId::new);
    }

    /** How many versions there are on all branches. */
    public int versionCount() {
        return versionCount;
    }

    /** Of the current content, in bytes. */
    public long size() {
        return size;
    }

    public Optional<Sha256> sha256() {
        return Optional.ofNullable(sha256).map(Sha256::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Who put it into the trash and when; empty while it is not there. */
    public Optional<Deletion> deletion() {
        if (deletedAt == null || deletedBy == null || purgeAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Deletion(deletedAt, new UserId(deletedBy), purgeAt));
    }

    public int revision() {
        return revision;
    }
}
