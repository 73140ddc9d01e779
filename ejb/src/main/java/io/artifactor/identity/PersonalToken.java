package io.artifactor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A long-lived secret a user gives to a program. Only the hash is kept; the first characters stay
 * readable so that its owner can tell one from another.
 */
@Entity
@Table(name = "personal_token")
public class PersonalToken {

    @Id private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String prefix;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private String tokenHash;

    @Column(nullable = false, updatable = false)
    private String scopes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    // Written by a statement of its own, never through the entity.
    @Column(name = "last_used_at", updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected PersonalToken() {}

    PersonalToken(UserId owner, NewPersonalToken wanted, Secret secret, Instant at) {
        this.id = PersonalTokenId.next().value();
        this.userId = owner.value();
        this.name = wanted.name();
        this.prefix = secret.prefix();
        this.tokenHash = secret.hash();
        this.scopes =
                wanted.scopes().stream()
                        .sorted()
                        .map(TokenScope::id)
                        .collect(Collectors.joining(" "));
        this.createdAt = at;
        this.expiresAt = wanted.expiresAt();
    }

    public PersonalTokenId id() {
        return new PersonalTokenId(id);
    }

    public UserId owner() {
        return new UserId(userId);
    }

    public String name() {
        return name;
    }

    public String prefix() {
        return prefix;
    }

    public Set<TokenScope> scopes() {
        return Arrays.stream(scopes.split(" "))
                .flatMap(id -> TokenScope.find(id).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    boolean isUsableAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }
}
