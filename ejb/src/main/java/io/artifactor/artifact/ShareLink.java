package io.artifactor.artifact;

import io.artifactor.identity.LinkKey;
import io.artifactor.identity.LinkLock;
import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Opens one artifact to whoever has the secret, until it expires, is used up or is revoked, which
 * removes it. It lives by the right of its creator: who may not share the artifact any more, has no
 * links to it that open anything.
 *
 * <p>{@code revision} counts the changes people make; downloads are counted apart.
 */
@Entity
@Table(name = "share_link")
public class ShareLink {

    @Id private UUID id;

    @Column(name = "artifact_id", updatable = false)
    private UUID artifactId;

    @Column(name = "version_id", updatable = false)
    private @Nullable UUID versionId;

    @Column(name = "creator_id", updatable = false)
    private UUID creatorId;

    private String name;

    @Column(updatable = false)
    private String prefix;

    @Column(name = "token_hash", updatable = false)
    private String tokenHash;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "password_version")
    private int passwordVersion;

    @Column(name = "max_downloads")
    private @Nullable Integer maxDownloads;

    // Written by a statement of its own, never through the entity.
    @Column(insertable = false, updatable = false)
    private long downloads;

    @Column(name = "last_download_at", insertable = false, updatable = false)
    private @Nullable Instant lastDownloadAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ShareLink() {}

    ShareLink(ArtifactId artifact, UserId creator, ShareLinkDraft draft, LinkKey key, Term term) {
        this.id = ShareLinkId.next().value();
        this.artifactId = artifact.value();
        this.creatorId = creator.value();
        this.versionId = draft.version() == null ? null : draft.version().value();
        this.name = draft.name();
        this.maxDownloads = draft.maxDownloads();
        this.prefix = key.prefix();
        this.tokenHash = key.hash();
        this.createdAt = term.from();
        this.updatedAt = term.from();
        this.expiresAt = term.until();
    }

    /** From when until when something is good. */
    record Term(Instant from, Instant until) {}

    void protect(String hash) {
        passwordHash = hash;
        passwordVersion++;
    }

    private boolean expose() {
        boolean wasProtected = passwordHash != null;
        passwordHash = null;
        return wasProtected;
    }

    /**
     * Says whether anything differs; a password that is given always does.
     *
     * @param hash of the new password, if there is one
     */
    boolean change(ShareLinkChange change, @Nullable String hash, Instant at) {
        List<Object> before = List.of(name, expiresAt, maxDownloads());
        name = change.name() == null ? name : change.name();
        expiresAt = change.expiresAt() == null ? expiresAt : change.expiresAt();
        if (change.maxDownloads() != null) {
            maxDownloads = change.maxDownloads() == 0 ? null : change.maxDownloads();
        }
        boolean differs = !before.equals(List.of(name, expiresAt, maxDownloads()));
        if (hash != null) {
            protect(hash);
            differs = true;
        } else if (change.password() != null) {
            differs |= expose();
        }
        updatedAt = differs ? at : updatedAt;
        return differs;
    }

    public ShareLinkId id() {
        return new ShareLinkId(id);
    }

    public ArtifactId artifact() {
        return new ArtifactId(artifactId);
    }

    /** The version it shows; empty if it shows the current one. */
    public Optional<VersionId> version() {
        return Optional.ofNullable(versionId).map(VersionId::new);
    }

    public UserId creator() {
        return new UserId(creatorId);
    }

    public String name() {
        return name;
    }

    /** The first characters of the secret, to tell one from another. */
    public String prefix() {
        return prefix;
    }

    String tokenHash() {
        return tokenHash;
    }

    /** The password guests must give, if there is one. */
    public Optional<LinkLock> lock() {
        return Optional.ofNullable(passwordHash)
                .map(hash -> new LinkLock(id, passwordVersion, hash));
    }

    public Optional<Integer> maxDownloads() {
        return Optional.ofNullable(maxDownloads);
    }

    /** How often it was downloaded. */
    public long downloads() {
        return downloads;
    }

    public Optional<Instant> lastDownloadAt() {
        return Optional.ofNullable(lastDownloadAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** How it stands by itself, whatever became of the artifact or of its creator. */
    public ShareLinkState state(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return ShareLinkState.EXPIRED;
        }
        return maxDownloads != null && downloads >= maxDownloads
                ? ShareLinkState.USED_UP
                : ShareLinkState.OPEN;
    }

    public int revision() {
        return revision;
    }
}
