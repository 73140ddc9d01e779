package io.artifactor.realm;

import io.artifactor.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a realm elsewhere knows them, and whose account here they use. Without an account
 * they wait for an administrator, because somebody here has their name or their address.
 */
@Entity
@Table(name = "realm_identity")
public class RealmIdentity {

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String realm;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(nullable = false)
    private String username;

    @Column(name = "display_name")
    private @Nullable String displayName;

    private @Nullable String email;

    @Column(nullable = false)
    private String[] groups;

    @Column(name = "first_seen_at", nullable = false, updatable = false)
    private Instant firstSeenAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @Column(name = "provided_groups", nullable = false)
    private String[] providedGroups;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected RealmIdentity() {}

    void see(RealmProfile profile, Instant at) {
        username = profile.username();
        displayName = profile.displayName();
        email = profile.email();
        groups = profile.groupNames();
        lastSeenAt = at;
    }

    /** The realm told by itself how they are called by now. */
    void describe(RealmProfile profile) {
        username = profile.username();
        displayName = profile.displayName();
        email = profile.email();
    }

    /** The realm told by itself which groups they are in. */
    void provide(Set<String> wanted) {
        providedGroups = new TreeSet<>(wanted).toArray(String[]::new);
    }

    void leave(Instant at) {
        leftAt = at;
    }

    void comeBack() {
        leftAt = null;
    }

    void link(UserId user) {
        userId = user.value();
    }

    void unlink() {
        userId = null;
    }

    public UUID id() {
        return id;
    }

    public Realm realm() {
        return Realm.find(realm).orElseThrow();
    }

    public String subject() {
        return subject;
    }

    /** Whose account it is; empty while they wait to be linked. */
    public Optional<UserId> user() {
        return Optional.ofNullable(userId).map(UserId::new);
    }

    public String username() {
        return username;
    }

    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public List<String> groups() {
        return List.of(groups);
    }

    Set<String> providedGroups() {
        return Set.of(providedGroups);
    }

    /** Those of the last sign-in and those the realm told of by itself. */
    Set<String> allGroups() {
        Set<String> all = new TreeSet<>(groups());
        all.addAll(providedGroups());
        return all;
    }

    /** Whether their account is shut because the realm said that they left. */
    boolean hasLeft() {
        return leftAt != null;
    }

    public Instant firstSeenAt() {
        return firstSeenAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}
