package io.artifactor.identity;

import com.fasterxml.uuid.Generators;
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
 * One link in the chain of refresh tokens of a sign-in. Each is spent once and replaced by the
 * next; all of one sign-in share a family, which is also the id of the session.
 */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {

    @Id private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false)
    private UUID family;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private String tokenHash;

    @Column(updatable = false)
    private @Nullable String device;

    @Column(updatable = false)
    private @Nullable String address;

    @Column(updatable = false)
    private @Nullable String realm;

    @Column(name = "with_password", nullable = false, updatable = false)
    private boolean withPassword;

    @Column(name = "realm_subject", updatable = false)
    private @Nullable String realmSubject;

    @Column(name = "realm_session", updatable = false)
    private @Nullable String realmSession;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "confirmed_at", updatable = false)
    private @Nullable Instant confirmedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "spent_at")
    private @Nullable Instant spentAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected RefreshToken() {}

    /** The first of a sign-in. */
    RefreshToken(SessionKey session, Secret secret, SessionTerms terms, Origin origin, Instant at) {
        this(session, secret, origin, at, at);
        this.withPassword = terms.withPassword();
        RealmSession elsewhere = terms.elsewhere();
        if (elsewhere != null) {
            this.realm = elsewhere.realm();
            this.realmSubject = elsewhere.subject();
            this.realmSession = elsewhere.session();
        }
    }

    /** The one after another of the same sign-in. */
    RefreshToken(RefreshToken before, Secret secret, Origin origin, Instant at) {
        this(before.session(), secret, origin, at, before.startedAt);
        this.realm = before.realm;
        this.withPassword = before.withPassword;
        this.realmSubject = before.realmSubject;
        this.realmSession = before.realmSession;
        this.confirmedAt = before.confirmedAt;
    }

    private RefreshToken(
            SessionKey session, Secret secret, Origin origin, Instant at, Instant startedAt) {
        this.id = Generators.timeBasedEpochRandomGenerator().generate();
        this.userId = session.user().value();
        this.family = session.family();
        this.startedAt = startedAt;
        this.tokenHash = secret.hash();
        this.device = origin.device();
        this.address = origin.address();
        this.createdAt = at;
        this.expiresAt =
                earlier(
                        at.plus(IdentitySettings.REFRESH),
                        startedAt.plus(IdentitySettings.SIGN_IN));
    }

    SessionKey session() {
        return new SessionKey(new UserId(userId), family);
    }

    /** Whether the sign-in was opened with a password given here. */
    boolean isWithPassword() {
        return withPassword;
    }

    Instant startedAt() {
        return startedAt;
    }

    String tokenHash() {
        return tokenHash;
    }

    Optional<String> device() {
        return Optional.ofNullable(device);
    }

    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What is renewed instead is used when it is made. */
    Instant lastUsedAt() {
        return lastUsedAt == null ? createdAt : lastUsedAt;
    }

    /** A cookie is not renewed; it is good for as long as it is used. */
    void endWhenIdle(Duration idle) {
        expiresAt = endOfBrowser(createdAt, idle);
    }

    /** When it ends by itself if it was used last at that time. */
    Instant endOfBrowser(Instant usedAt, Duration idle) {
        return earlier(usedAt.plus(idle), startedAt.plus(IdentitySettings.BROWSER));
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isOverAt(Instant now) {
        return revokedAt != null || !now.isBefore(expiresAt);
    }

    boolean isSpent() {
        return spentAt != null;
    }

    void spend(Instant at) {
        spentAt = at;
    }
}
