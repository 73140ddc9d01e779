package io.artifactor.scim;

import com.fasterxml.uuid.Generators;
import io.artifactor.realm.Realm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A group the provider of a realm told of by itself; what it stands for, mappings say. */
@Entity
@Table(name = "scim_group")
public class ScimGroup {

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String realm;

    @Column(name = "display_name", nullable = false)
    private String displayName;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ScimGroup() {}

    ScimGroup(Realm realm, GroupAttributes said, Instant at) {
        this.id = Generators.timeBasedEpochRandomGenerator().generate();
        this.realm = realm.id();
        this.displayName = said.displayName();
        this.externalId = said.externalId().orElse(null);
        this.createdAt = at;
        this.updatedAt = at;
    }

    void describe(GroupAttributes said, Instant at) {
        displayName = said.displayName();
        externalId = said.externalId().orElse(null);
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean isOf(Realm asked) {
        return realm.equals(asked.id());
    }

    String displayName() {
        return displayName;
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
