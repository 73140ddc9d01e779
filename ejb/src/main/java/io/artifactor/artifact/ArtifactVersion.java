package io.artifactor.artifact;

import io.artifactor.identity.UserId;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * One state of an artifact's content, numbered from 1 on its branch; never changes once it is
 * there, apart from what is said about it: a label, and what the last check found. A broken one
 * stands for a change in an imported conversation that could not be applied: its content is that of
 * the version before.
 */
@Entity
@Immutable
@Table(name = "artifact_version")
public class ArtifactVersion {

    @Id private UUID id;

    @Column(name = "artifact_id")
    private UUID artifactId;

    private String branch;
    private int number;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    private String sha256;
    private long size;
    private String title;
    private @Nullable String language;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "message_id")
    private @Nullable UUID messageId;

    private @Nullable String model;

    @Column(name = "origin_at")
    private @Nullable Instant originAt;

    @Column(name = "created_at")
    private Instant createdAt;

    private @Nullable String problem;
    private @Nullable String label;
    private @Nullable String integrity;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ArtifactVersion() {}

    ArtifactVersion(
            Artifact artifact, Place place, ArtifactContent content, UserId author, Instant at) {
        this.id = VersionId.next().value();
        this.artifactId = artifact.id().value();
        this.branch = place.branch();
        this.number = place.number();
        this.parentId = place.parent().map(VersionId::value).orElse(null);
        this.sha256 = content.blob().digest().hex();
        this.size = content.blob().size();
        this.title = artifact.title();
        this.language = artifact.details().language().orElse(null);
        this.mediaType = content.mediaType();
        this.authorId = author.value();
        this.createdAt = at;
    }

    /** Where a version stands among the others of its artifact. */
    record Place(String branch, int number, Optional<VersionId> parent) {

        static Place first(String branch, Optional<VersionId> parent) {
            return new Place(branch, 1, parent);
        }

        static Place after(ArtifactVersion before) {
            return new Place(before.branch, before.number + 1, Optional.of(before.id()));
        }
    }

    public VersionId id() {
        return new VersionId(id);
    }

    public ArtifactId artifact() {
        return new ArtifactId(artifactId);
    }

    public String branch() {
        return branch;
    }

    public int number() {
        return number;
    }

    public Optional<VersionId> parent() {
        return Optional.ofNullable(parentId).map(VersionId::new);
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String title() {
        return title;
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public String mediaType() {
        return mediaType;
    }

    public UserId author() {
        return new UserId(authorId);
    }

    /** The message of the imported conversation that made it. */
    public Optional<UUID> message() {
        return Optional.ofNullable(messageId);
    }

    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** When it was made where it was imported from. */
    public Optional<Instant> originAt() {
        return Optional.ofNullable(originAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Why the change that should have made it could not be applied. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What people call it. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** What the last check of its stored content found. */
    public Optional<Integrity> integrity() {
        return Optional.ofNullable(integrity).map(Integrity::kept);
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Counts the changes of what is said about it; its content never changes. */
    public int revision() {
        return revision;
    }

    public ArtifactContent content() {
        return new ArtifactContent(new StoredBlob(sha256(), size), mediaType);
    }

    public boolean isBroken() {
        return problem != null;
    }
}
