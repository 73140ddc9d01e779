package io.artifactor.workspace;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * An offer to become a member of a workspace. It gives nothing until it is accepted, and its row is
 * gone as soon as it is accepted, declined or withdrawn; one that ended is as good as gone.
 */
@Entity
@Table(name = "invitation")
public class Invitation {

    static final Duration LIFE = Duration.ofDays(14);

    @Id private UUID id;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(updatable = false)
    private @Nullable String email;

    @Column(name = "token_hash")
    private @Nullable String tokenHash;

    @Column(nullable = false, updatable = false)
    private String role;

    @Column(name = "invited_by", nullable = false, updatable = false)
    private UUID invitedBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected Invitation() {}

    /** For a user. */
    Invitation(WorkspaceId workspace, UserId user, WorkspaceRole role, UserId by, Instant at) {
        this(workspace, role, by, at);
        this.userId = user.value();
    }

    /** For whoever reads the mail sent to the address. */
    Invitation(WorkspaceId workspace, String email, WorkspaceRole role, UserId by, Instant at) {
        this(workspace, role, by, at);
        this.email = email;
    }

    private Invitation(WorkspaceId workspace, WorkspaceRole role, UserId by, Instant at) {
        this.id = InvitationId.next().value();
        this.workspaceId = workspace.value();
        this.role = role.id();
        this.invitedBy = by.value();
        this.createdAt = at;
        this.expiresAt = at.plus(LIFE);
    }

    /** What the invited becomes by accepting. */
    Membership accepted(Instant at) {
        return new Membership(workspace(), user().orElseThrow(), role(), at);
    }

    /** Whoever has the secret may make it theirs. */
    void openBy(String hash) {
        tokenHash = hash;
    }

    /** The reader of the mail is this user; the link is spent. */
    void belongTo(UserId reader) {
        userId = reader.value();
        tokenHash = null;
    }

    boolean isOpenAt(Instant time) {
        return expiresAt.isAfter(time);
    }

    public InvitationId id() {
        return new InvitationId(id);
    }

    public WorkspaceId workspace() {
        return new WorkspaceId(workspaceId);
    }

    /** Whom it is for; nobody yet where it went to an address. */
    public Optional<UserId> user() {
        return Optional.ofNullable(userId).map(UserId::new);
    }

    /** The address it went to, if it was sent to one. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public WorkspaceRole role() {
        return WorkspaceRole.of(role);
    }

    public UserId invitedBy() {
        return new UserId(invitedBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
