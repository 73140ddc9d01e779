package io.artifactor.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in. A user is never removed, only deactivated: what they made keeps its
 * maker.
 */
@Entity
@Table(name = "app_user")
public class User {

    @Id private UUID id;

    @Column(nullable = false)
    private String username;

    @Column(name = "display_name", nullable = false)
    private String displayName;

    private @Nullable String email;

    @Column(name = "email_confirmed_at")
    private @Nullable Instant emailConfirmedAt;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "must_change_password", nullable = false)
    private boolean mustChangePassword;

    @Column(name = "password_given_at")
    private @Nullable Instant passwordGivenAt;

    @Column(nullable = false)
    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role", nullable = false)
    @BatchSize(size = 200)
    private Set<String> roles = new HashSet<>();

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version private int revision;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected User() {}

    User(Profile profile, Set<Role> roles, Instant at) {
        this.id = UserId.next().value();
        this.username = profile.username();
        this.displayName = profile.displayName();
        this.email = profile.email();
        this.active = true;
        this.createdAt = at;
        this.updatedAt = at;
        assignRoles(roles, at);
    }

    public UserId id() {
        return new UserId(id);
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public boolean isActive() {
        return active;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public Set<Role> roles() {
        return roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Counts the changes, so that nobody overwrites one they have not seen. */
    public int revision() {
        return revision;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /** When somebody else gave the password that must be changed; empty if there is none. */
    Optional<Instant> passwordGivenAt() {
        return Optional.ofNullable(passwordGivenAt);
    }

    void changePassword(String hash, boolean mustChangeAgain, Instant at) {
        passwordHash = hash;
        mustChangePassword = mustChangeAgain;
        passwordGivenAt = mustChangeAgain ? at : null;
        updatedAt = at;
    }

    /** The same password under today's parameters; not a change the user made. */
    void strengthenHash(String hash) {
        passwordHash = hash;
    }

    void rename(String newDisplayName, Instant at) {
        displayName = newDisplayName;
        updatedAt = at;
    }

    void moveTo(@Nullable String newEmail, Instant at) {
        if (newEmail == null || !newEmail.equalsIgnoreCase(email)) {
            emailConfirmedAt = null;
        }
        email = newEmail;
        updatedAt = at;
    }

    /**
     * It was seen that the user reads the address, if it is still theirs. Not a change they made.
     */
    void confirmAddress(String address, Instant at) {
        if (address.equalsIgnoreCase(email) && emailConfirmedAt == null) {
            emailConfirmedAt = at;
        }
    }

    final void assignRoles(Set<Role> newRoles, Instant at) {
        Set<String> ids = newRoles.stream().map(Role::id).collect(Collectors.toSet());
        if (!roles.equals(ids)) {
            roles.retainAll(ids);
            roles.addAll(ids);
            updatedAt = at;
        }
    }

    void deactivate(Instant at) {
        active = false;
        updatedAt = at;
    }

    void activate(Instant at) {
        active = true;
        updatedAt = at;
    }

    /** How a new user is called and reached. */
    public record Profile(String username, String displayName, @Nullable String email) {}
}
